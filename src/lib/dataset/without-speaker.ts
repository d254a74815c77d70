import type { FeatureTable } from "./feature-table";

/** A table without the recordings of one speaker. */
export function withoutSpeaker(table: FeatureTable, speaker: string): FeatureTable {
  const kept = table.recordings.flatMap((one, i) => (one.speaker === speaker ? [] : [i]));
  const recordings = kept.map((i) => table.recordings[i]);
  return { ...table, recordings, rows: kept.map((i) => table.rows[i]) };
}
