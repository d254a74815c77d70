import { readTable } from "../../../disk/read-table";
import type { ManifestTable } from "./described-from-table";
import { readJsonTable } from "./read-json-table";
import { type ClassNames, readParquetTable } from "./read-parquet-table";

/**
 * Reads a table that describes a corpus: CSV, TSV, JSONL, JSON or Parquet, by its ending.
 *
 * @param classNames names of integer labels by column, where the corpus tells them outside of its
 *   tables
 * @throws InputError naming the file and row that cannot be read
 */
export async function readManifestTable(path: string, classNames?: ClassNames): Promise<ManifestTable> {
  if (/\.parquet$/i.test(path)) return readParquetTable(path, classNames);
  const table = /\.json$/i.test(path) ? readJsonTable(path) : readTable(path);
  return classNames === undefined ? table : withNames(table, classNames);
}

function withNames(table: ManifestTable, classNames: ClassNames): ManifestTable {
  const nameOf = (column: string, cell: string) =>
    /^\d+$/.test(cell) ? (classNames[column]?.[Number(cell)] ?? cell) : cell;
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: Object.fromEntries(Object.entries(row.cells).map(([c, cell]) => [c, nameOf(c, cell)])),
    })),
  };
}
