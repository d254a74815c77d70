import Papa from "papaparse";
import type { Timeline } from "./timeline";
import { timelineCsv, timelineCsvHeader } from "./timeline-csv";
import { timelineJsonl } from "./timeline-jsonl";
import { rttmField, timelineRttm } from "./timeline-rttm";
import { timelineTextGrid } from "./timeline-textgrid";
import { timelineVtt } from "./timeline-vtt";

/** How time lines are written. */
export interface TimelineFormat {
  /**
   * Of files that hold one recording each; absent where those of many recordings follow one
   * another.
   */
  readonly ending?: string;
  /** @param emotions that the model knows, in its order */
  readonly text: (timeline: Timeline, emotions: readonly string[]) => string;
  /** What stands above all; default: nothing. */
  readonly header?: (emotions: readonly string[]) => string;
  /** The recording's name in a line, as `nameIn` writes it. */
  readonly nameOf?: (line: string) => string | undefined;
  /** How every line begins, where all begin alike. */
  readonly start?: string;
  /** The recording's name as lines have it; default: as it is. */
  readonly nameIn?: (file: string) => string;
}

export const timelineFormats: Readonly<Record<string, TimelineFormat>> = {
  jsonl: { text: timelineJsonl, start: '{"file":', nameOf: (line) => JSON.parse(line).file },
  csv: {
    text: timelineCsv,
    header: timelineCsvHeader,
    nameOf: (line) => Papa.parse<string[]>(line).data[0]?.[0],
  },
  rttm: {
    text: timelineRttm,
    start: "SPEAKER ",
    nameOf: (line) => (line.startsWith("SPEAKER ") ? line.split(" ")[1] : undefined),
    nameIn: rttmField,
  },
  textgrid: { text: timelineTextGrid, ending: ".TextGrid" },
  vtt: { text: timelineVtt, ending: ".vtt" },
};
