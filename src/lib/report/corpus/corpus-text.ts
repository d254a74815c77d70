import type { CorpusSummary, Share } from "../../corpus/describe-corpus";
import type { Problem } from "../../corpus/health/problem";
import type { BearableProtocol } from "../../evaluation/folds/bearable-protocols";
import { alignColumns } from "../align-columns";
import { soundRows } from "./sound-rows";

/** What is advised for a corpus. */
export interface CorpusAdvice {
  /** The best first. */
  readonly protocols?: readonly BearableProtocol[];
  /** One sentence that offers common names for its labels. */
  readonly offer?: string;
}

/** Rows of a table in a terminal; of more the number is told. */
const MOST_ROWS = 60;

/**
 * What is in a corpus, as lines for a terminal: counts by emotion and speaker, durations, sound,
 * what is wrong with it, and how it can be evaluated.
 */
export function corpusText(
  summary: CorpusSummary,
  problems: readonly Problem[],
  { protocols = [], offer }: CorpusAdvice = {},
): string {
  const { name, adapter, synthetic, recordings, seconds, sampleRates } = summary;
  return [
    `${name}: ${recordings} recordings${synthetic ? " (synthetic)" : ""}, opened by the adapter ${adapter}`,
    `${seconds.total.toFixed(1)} s in all; ${seconds.shortest.toFixed(2)} to ${seconds.longest.toFixed(2)} s each, median ${seconds.median.toFixed(2)} s; ${sampleRates.join(", ")} Hz`,
    ...Object.entries(summary.formats).map(([format, count]) => `${count} ${format}`),
    ...summary.notes,
    "",
    ...sharesText("emotion", summary.emotions),
    "",
    ...sharesText("speaker", summary.speakers),
    "",
    ...soundText(summary),
    problems.length === 0 ? "Nothing is wrong with it." : `${problems.length} problem(s):`,
    ...problems.map(({ message }) => message),
    ...(offer === undefined ? [] : [offer]),
    ...protocols.map(({ folds, says }) => `It can bear --folds ${folds}: ${says}.`),
  ].join("\n");
}

/** A table of the sound, where it was measured. */
function soundText(summary: CorpusSummary): string[] {
  const rows = soundRows(summary);
  if (rows.length === 0) return [];
  const lines = rows.map(({ what, lowest, median, highest }) => [what, lowest, median, highest]);
  return [...alignColumns([["sound", "lowest", "median", "highest"], ...lines]), ""];
}

/** A table: name, recordings, seconds, then a count per value of the other column. */
function sharesText(title: string, shares: readonly Share[]): string[] {
  const others = [...new Set(shares.flatMap(({ counts }) => Object.keys(counts)))].sort();
  const shown = others.length <= 10 ? others : [];
  const lines = shares
    .slice(0, MOST_ROWS)
    .map(({ name, recordings, seconds, counts }) => [
      name,
      String(recordings),
      seconds.toFixed(1),
      ...shown.map((other) => String(Object.hasOwn(counts, other) ? counts[other] : 0)),
    ]);
  const more = shares.length - MOST_ROWS;
  return [
    ...alignColumns([[title, "recordings", "seconds", ...shown], ...lines]),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}
