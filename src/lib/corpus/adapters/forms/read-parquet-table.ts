import { basename } from "node:path";
import { readParquetRows } from "../../../disk/read-parquet-rows";
import { cellText } from "../../../disk/read-table";
import type { ManifestRow, ManifestTable } from "./described-from-table";
import { isSoundCell, keepSound, type SoundCell } from "./sound-in-table";

/** Names of a column's integer labels, in their order. */
export type ClassNames = Readonly<Record<string, readonly string[]>>;

const DECODER = new TextDecoder();

/**
 * Reads a Parquet table of recordings. Sound that stands in it (the column `audio` of Hugging
 * Face's `datasets`) is written to the cache; such a recording is called by the table's and its own
 * name: `train-00000-of-00001/03a01Fa.wav`. Integer labels get their names where the file or
 * `classNames` tells them.
 *
 * @throws InputError naming the file where it cannot be read
 */
export async function readParquetTable(path: string, classNames: ClassNames = {}): Promise<ManifestTable> {
  const { columns, notes, rows } = await readParquetRows(path);
  const names = { ...classNames, ...classNamesIn(notes.huggingface) };
  const stem = basename(path).replace(/\.parquet$/i, "");
  const read: ManifestRow[] = [];
  let row = 0;
  for await (const cells of rows) read.push(rowOf(cells, ++row, stem, names));
  return {
    columns: columns.filter((column) => !column.startsWith("__index_level")),
    rows: unique(read, stem),
  };
}

function rowOf(
  cells: Readonly<Record<string, unknown>>,
  row: number,
  stem: string,
  names: ClassNames,
): ManifestRow {
  const entries = Object.entries(cells);
  const sound = entries.map(([, cell]) => cell).find(isSoundCell);
  const texts = entries.map(([column, cell]) => [column, textOf(cell, names[column], stem, row)]);
  return { row, cells: Object.fromEntries(texts), ...(sound && { path: keepSound(sound) }) };
}

function textOf(cell: unknown, names: readonly string[] | undefined, stem: string, row: number): string {
  if (isSoundCell(cell)) return `${stem}/${nameOf(cell, row)}`;
  if (typeof cell === "object" && cell !== null && "path" in cell) return cellText(cell.path);
  if (cell instanceof Uint8Array) return DECODER.decode(cell);
  const text = cellText(typeof cell === "bigint" ? String(cell) : cell);
  return names?.[Number(text)] ?? text;
}

function nameOf({ path }: SoundCell, row: number): string {
  return path ? path.replaceAll("\\", "/").replace(/^\/+/, "") : `${row}.wav`;
}

/** Sounds of one name in a table are told apart by their rows. */
function unique(rows: readonly ManifestRow[], stem: string): ManifestRow[] {
  const names = rows
    .filter(({ path }) => path)
    .map(({ cells }) => Object.values(cells).find((cell) => cell.startsWith(`${stem}/`)));
  if (new Set(names).size === names.length) return [...rows];
  const numbered = (cell: string, row: number) =>
    cell.startsWith(`${stem}/`) ? `${stem}/${row}-${basename(cell)}` : cell;
  return rows.map((one) => ({
    ...one,
    cells: Object.fromEntries(
      Object.entries(one.cells).map(([column, cell]) => [column, numbered(cell, one.row)]),
    ),
  }));
}

/** From what `datasets` notes in the files that it writes. */
function classNamesIn(note: string | undefined): ClassNames {
  if (!note) return {};
  const { info } = JSON.parse(note) as { info?: { features?: Record<string, { names?: string[] }> } };
  const named = Object.entries(info?.features ?? {}).filter(([, { names }]) => names !== undefined);
  return Object.fromEntries(named.map(([column, { names }]) => [column, names!]));
}
