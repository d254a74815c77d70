import { basename } from "node:path";
import { InputError } from "../check";
import { joinByEnding } from "../corpus/join-by-ending";
import type { Labelled } from "../corpus/recording";
import { readTable, type TextTable } from "../disk/read-table";
import { groupBy } from "../numbers/group-by";
import type { FeatureTable } from "./feature-table";

const labelColumns = ["emotion", "speaker"] as const;

/** Who says what; `row` tells where it was read, for errors. */
type ReadLabel = Labelled & { readonly row?: number };

/**
 * Reads a feature table made elsewhere (openSMILE, pandas, `ser extract`): a column `file`, then
 * one column per feature. Emotions and speakers come from `labels`, joined by the unique ending of
 * `file`, or from the table's own columns.
 *
 * Rows come sorted by the labels' `file`; labels without a row are left out.
 *
 * @throws InputError that names the file and row of a missing column, a cell that is not a finite
 *   number, a row without a label, or a file that table or labels have twice
 * @example
 * await writeTable(corpus, "librosa-v1", "librosa.csv", { workers: 1, cache: false });
 * readFeatureTable("librosa.csv", recordings).columns.length // 180
 */
export function readFeatureTable(path: string, labels?: readonly ReadLabel[]): FeatureTable<Float64Array> {
  const name = basename(path);
  const table = readTable(path);
  if (!table.columns.includes("file")) {
    throw new InputError(
      `${name}: the column "file" is missing; its first row names ${table.columns.slice(0, 3).join(", ")}`,
    );
  }
  const columns = featureColumns(table, name);
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

/**
 * A column without a name is a data frame's index: a model would learn the order of the rows from
 * it.
 */
function featureColumns({ columns }: TextTable, name: string): string[] {
  const unnamed = columns.indexOf("");
  if (unnamed >= 0) {
    throw new InputError(
      `${name}: column ${unnamed + 1} has no name; name it, or remove it where it is the index of a data frame (pandas: to_csv(index=False))`,
    );
  }
  const features = columns.filter((column) => !["file", ...labelColumns].includes(column));
  if (features.length === 0)
    throw new InputError(`${name} has no feature: all its columns are ${columns.join(", ")}`);
  return features;
}

function joined(table: TextTable, labels: readonly ReadLabel[], name: string): Labelled[] {
  checkListedOnce(labels);
  const files = table.rows.map(({ cells }) => cells.file);
  const indices = joinByEnding(
    files,
    labels.map(({ file }) => file),
    name,
  );
  checkOneRowEach(table, indices, name);
  for (const i of indices) checkLabel(labels[i]);
  return indices.map((i) => labels[i]);
}

function checkListedOnce(labels: readonly ReadLabel[]): void {
  for (const [file, same] of groupBy(labels, (label) => label.file)) {
    if (same.length === 1 || file === "") continue;
    const rows = same.flatMap(({ row }) => row ?? []).join(" and ");
    throw new InputError(
      `the labels list ${file} more than once${rows && ` (rows ${rows})`}; remove all rows but one`,
    );
  }
}

function checkLabel(label: ReadLabel): void {
  const empty = labelColumns.find((column) => label[column] === "");
  if (!empty) return;
  const row = label.row === undefined ? "" : ` row ${label.row}`;
  throw new InputError(
    `the labels${row}: ${empty} of ${label.file} is empty, every recording needs one; fill it in`,
  );
}

/** Refuses two rows of the table with the same key: the recording, or its file. */
function checkOneRowEach(table: TextTable, keys: readonly (string | number)[], name: string): void {
  const first = new Map<string | number, number>();
  keys.forEach((key, i) => {
    const { row, cells } = table.rows[i];
    const earlier = first.get(key);
    if (earlier !== undefined)
      throw new InputError(`${name} row ${row}: "${cells.file}" stands in row ${earlier} already`);
    first.set(key, row);
  });
}

function ownLabels(table: TextTable, name: string): Labelled[] {
  const missing = labelColumns.find((column) => !table.columns.includes(column));
  if (missing)
    throw new InputError(`${name}: the column "${missing}" is missing; add it or pass --labels META.csv`);
  const labels = table.rows.map(({ cells, row }) => {
    const { file, emotion, speaker } = cells;
    const empty = Object.entries({ file, emotion, speaker }).find(([, value]) => value === "");
    if (empty) throw new InputError(`${name} row ${row}: ${empty[0]} is empty, every recording needs one`);
    return { file, emotion, speaker };
  });
  checkOneRowEach(
    table,
    labels.map(({ file }) => file),
    name,
  );
  return labels;
}

function numbers(table: TextTable, index: number, columns: readonly string[], name: string): Float64Array {
  const { cells, row } = table.rows[index];
  return Float64Array.from(columns, (column) => {
    const isDecimal = cells[column] !== "" && !/^\s*0[xbo]/i.test(cells[column]);
    const value = isDecimal ? Number(cells[column]) : Number.NaN;
    if (Number.isFinite(value)) return value;
    throw new InputError(`${name} row ${row}: ${column}="${cells[column]}" must be a finite number`);
  });
}
