import type { TableRow, TextTable } from "../../../disk/read-table";
import type { DescribedRow } from "./described-rows";
import { type ManifestColumns, manifestColumns, secondsPerUnit } from "./manifest-columns";
import { parseSeconds } from "./parse-seconds";

/** A row of a table, with the sound that stood in it where one did. */
export interface ManifestRow extends TableRow {
  /** Absolute path of the sound, written out of the table. */
  readonly path?: string;
}

/** A table whose rows are recordings. */
export interface ManifestTable extends TextTable {
  readonly rows: readonly ManifestRow[];
}

/**
 * The recordings of a table, by the names of its columns.
 *
 * @param name of the table, for errors
 * @throws InputError where a column is missing or a time is none
 */
export function describedFromTable({ columns, rows }: ManifestTable, name: string): DescribedRow[] {
  const found = withoutIdleChannel(manifestColumns(columns, name), rows);
  return rows.map((row) => describedRow(row, found, `${name} row ${row.row}`));
}

/** A channel that is the same in every row picks nothing, and stays a column like any other. */
function withoutIdleChannel(columns: ManifestColumns, rows: readonly ManifestRow[]): ManifestColumns {
  const { channel, ...others } = columns;
  const values = new Set(rows.map(({ cells }) => (channel === undefined ? "" : cells[channel])));
  return values.size > 1 ? columns : others;
}

function describedRow(
  { row, cells, path }: ManifestRow,
  columns: ManifestColumns,
  where: string,
): DescribedRow {
  const used = new Set<string>(Object.values(columns));
  const cell = (what: keyof ManifestColumns) => cellOf(cells, columns[what]);
  const time = (what: "start" | "end" | "duration") =>
    parseSeconds(cell(what), where, secondsPerUnit(columns[what] ?? ""));
  const startSeconds = time("start");
  const duration = time("duration");
  const channel = cell("channel");
  return {
    written: cell("file"),
    path,
    emotion: cell("emotion"),
    speaker: cell("speaker"),
    startSeconds,
    endSeconds: duration === undefined ? time("end") : (startSeconds ?? 0) + duration,
    channel: /^\d+$/.test(channel) ? Number(channel) : undefined,
    extra: Object.fromEntries(Object.entries(cells).filter(([column]) => !used.has(column))),
    row,
  };
}

/** A column without a name, such as pandas' index, is never one that is missing. */
function cellOf(cells: Readonly<Record<string, string>>, column: string | undefined): string {
  return column === undefined ? "" : (cells[column] ?? "");
}
