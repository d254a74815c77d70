import { loadRecording } from "../corpus/load-recording";
import type { Recording } from "../corpus/recording";
import { worstErrors } from "../evaluation/metrics/worst-errors";
import type { Run } from "../runs/run-files";
import { play } from "./play";
import { showTable } from "./show-table";

/** Shows the wrong decisions of which a run was surest, worst first, as a table and to be heard. */
export async function showErrors(run: Run, recordings: readonly Recording[], count: number): Promise<void> {
  const worst = worstErrors(run.predictions, run.record.confusion.labels, count);
  const rows = worst.map(({ file, speaker, emotion, predicted, excess }) => ({
    ...{ file, speaker, meant: emotion, heard: predicted },
    "surer of the error by": excess,
  }));
  showTable(rows, { digits: 2 });
  const recordingOf = new Map(recordings.map((one) => [one.file, one]));
  const heard = worst.map(async ({ file, emotion, predicted }) => ({
    caption: `${file}: ${emotion}, taken for ${predicted}`,
    waveform: await loadRecording(recordingOf.get(file)!),
  }));
  play(await Promise.all(heard));
}
