import type { FeatureTable } from "./feature-table";
import { tablePart } from "./table-part";

/** A table without the recordings of one speaker. */
export function withoutSpeaker(table: FeatureTable, speaker: string): FeatureTable {
  const kept = table.recordings.flatMap((one, i) => (one.speaker === speaker ? [] : [i]));
  return tablePart(table, kept);
}
