import type { FeatureTable } from "../../dataset/feature-table";
import { etaSquared } from "./eta-squared";

/** A column of a feature table and how far it separates the emotions. */
export interface RankedColumn {
  readonly name: string;
  /** Its place in the table. */
  readonly column: number;
  /** Eta squared, 0 to 1. */
  readonly value: number;
}

/** The columns of a table by their eta squared between the emotions, the best first. */
export function rankColumns(table: FeatureTable<Float64Array>): RankedColumn[] {
  const emotions = table.recordings.map(({ emotion }) => emotion);
  const separation = (column: number) =>
    etaSquared(
      table.rows.map((row) => row[column]),
      emotions,
    );
  const ranked = table.columns.map((name, column) => ({ name, column, value: separation(column) }));
  return ranked.sort((a, b) => b.value - a.value);
}

/** The best column of each group of features, the best first, with its group's name. */
export function bestOfGroups(
  ranking: readonly RankedColumn[],
  groups: readonly { readonly name: string; readonly columns: readonly number[] }[],
): (RankedColumn & { readonly group: string })[] {
  const best = groups.flatMap(({ name, columns }) => {
    const first = ranking.find(({ column }) => columns.includes(column));
    return first ? [{ ...first, group: name }] : [];
  });
  return best.sort((a, b) => b.value - a.value);
}
