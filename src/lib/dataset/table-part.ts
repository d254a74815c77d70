import type { FeatureTable } from "./feature-table";

/**
 * A table of some of its recordings, in the order of the indices.
 *
 * @example tablePart(table, [2, 0]).rows.length // 2
 */
export function tablePart(table: FeatureTable, indices: readonly number[]): FeatureTable {
  const { recordings, rows } = table;
  return { ...table, recordings: indices.map((i) => recordings[i]), rows: indices.map((i) => rows[i]) };
}
