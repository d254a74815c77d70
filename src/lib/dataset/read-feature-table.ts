import { basename } from "node:path";
import { InputError } from "../check";
import type { Labelled } from "../corpus/fold";
import { joinByEnding } from "../corpus/join-by-ending";
import { readTable, type TextTable } from "../corpus/read-table";
import type { FeatureTable } from "./feature-table";

const labelColumns = ["emotion", "speaker"];

/**
 * Reads a feature table made elsewhere (openSMILE, pandas, `ser extract`): a column `file`, then one column per feature.
 * Emotions and speakers come from `labels`, joined by the unique ending of `file`, or from the table's own columns.
 *
 * Rows come sorted by the labels' `file`; labels without a row are left out.
 *
 * @throws InputError that names the file and row of a missing column, a cell that is not a finite number, or a row without a label
 * @example readFeatureTable("emodb_egemaps.csv", corpus.recordings).columns.length // 88
 */
export function readFeatureTable(path: string, labels?: readonly Labelled[]): FeatureTable<Float64Array> {
  const name = basename(path);
  const table = readTable(path);
  if (!table.columns.includes("file")) {
    throw new InputError(
      `${name}: the column "file" is missing; its first row names ${table.columns.slice(0, 3).join(", ")}`,
    );
  }
  const columns = table.columns.filter((column) => column !== "file" && !labelColumns.includes(column));
  const recordings = labels ? joined(table, labels, name) : ownLabels(table, name);
  const order = recordings
    .map((_, i) => i)
    .sort((a, b) => (recordings[a].file < recordings[b].file ? -1 : 1));
  return {
    set: name,
    columns,
    recordings: order.map((i) => recordings[i]),
    rows: order.map((i) => numbers(table, i, columns, name)),
  };
}

function joined(table: TextTable, labels: readonly Labelled[], name: string): Labelled[] {
  const files = table.rows.map(({ cells }) => cells.file);
  const indices = joinByEnding(
    files,
    labels.map(({ file }) => file),
    name,
  );
  const first = new Map<number, number>();
  indices.forEach((label, i) => {
    const earlier = first.get(label);
    if (earlier !== undefined) {
      throw new InputError(
        `${name} row ${table.rows[i].row}: "${files[i]}" stands in row ${table.rows[earlier].row} already`,
      );
    }
    first.set(label, i);
  });
  return indices.map((i) => labels[i]);
}

function ownLabels(table: TextTable, name: string): Labelled[] {
  const missing = labelColumns.find((column) => !table.columns.includes(column));
  if (missing)
    throw new InputError(`${name}: the column "${missing}" is missing; add it or pass --labels META.csv`);
  return table.rows.map(({ cells, row }) => {
    const { file, emotion, speaker } = cells;
    const empty = Object.entries({ file, emotion, speaker }).find(([, value]) => value === "");
    if (empty) throw new InputError(`${name} row ${row}: ${empty[0]} is empty, every recording needs one`);
    return { file, emotion, speaker };
  });
}

function numbers(table: TextTable, index: number, columns: readonly string[], name: string): Float64Array {
  const { cells, row } = table.rows[index];
  return Float64Array.from(columns, (column) => {
    const value = cells[column] === "" ? Number.NaN : Number(cells[column]);
    if (Number.isFinite(value)) return value;
    throw new InputError(`${name} row ${row}: ${column}="${cells[column]}" must be a finite number`);
  });
}
