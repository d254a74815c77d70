import type { CorpusSummary, Share } from "../corpus/describe-corpus";
import type { Problem } from "../corpus/health/problem";
import { alignColumns } from "./align-columns";

/**
 * What is in a corpus, as lines for a terminal: counts by emotion and speaker, durations, and what
 * is wrong with it.
 */
export function corpusText(summary: CorpusSummary, problems: readonly Problem[]): string {
  const { name, adapter, synthetic, recordings, seconds, sampleRates } = summary;
  return [
    `${name}: ${recordings} recordings${synthetic ? " (synthetic)" : ""}, opened by the adapter ${adapter}`,
    `${seconds.total.toFixed(1)} s in all; ${seconds.shortest.toFixed(2)} to ${seconds.longest.toFixed(2)} s each, median ${seconds.median.toFixed(2)} s; ${sampleRates.join(", ")} Hz`,
    ...soundText(summary),
    ...summary.notes,
    "",
    ...sharesText("emotion", summary.emotions),
    "",
    ...sharesText("speaker", summary.speakers),
    "",
    problems.length === 0 ? "Nothing is wrong with it." : `${problems.length} problem(s):`,
    ...problems.map(({ message }) => message),
  ].join("\n");
}

/** A line on the sound, where it was measured. */
function soundText({ sound }: CorpusSummary): string[] {
  if (!sound) return [];
  const { levelDb, noiseFloorDb, bandwidthHz } = sound;
  const level = `speech at ${levelDb.lowest.toFixed(0)} to ${levelDb.highest.toFixed(0)} dB of full scale, median ${levelDb.median.toFixed(0)} dB`;
  const noise = `noise floor ${noiseFloorDb.median.toFixed(0)} dB`;
  return [`${level}; ${noise}; bandwidth ${Math.round(bandwidthHz.median / 100) * 100} Hz`];
}

/** A table: name, recordings, seconds, then a count per value of the other column. */
function sharesText(title: string, shares: readonly Share[]): string[] {
  const others = [...new Set(shares.flatMap(({ counts }) => Object.keys(counts)))].sort();
  const shown = others.length <= 10 ? others : [];
  const lines = shares.map(({ name, recordings, seconds, counts }) => [
    name,
    String(recordings),
    seconds.toFixed(1),
    ...shown.map((other) => String(Object.hasOwn(counts, other) ? counts[other] : 0)),
  ]);
  return alignColumns([[title, "recordings", "seconds", ...shown], ...lines]);
}
