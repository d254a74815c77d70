import { InputError } from "../../../check";
import type { TableRow } from "../../../disk/read-table";
import type { Audformat, AudformatTable } from "./audformat-tables";
import type { DescribedRow } from "./described-rows";
import { findColumn } from "./manifest-columns";
import { parseSeconds } from "./parse-seconds";

type Cells = Readonly<Record<string, string>>;

/**
 * The recordings of an audformat database: what all tables say of a file or a piece of it is put
 * together, and what one says of a whole file holds for its pieces. Where pieces are labelled they
 * are the recordings.
 *
 * @throws InputError where no table has emotions
 */
export function joinAudformat(database: Audformat): DescribedRow[] {
  const labelled = database.tables.filter((table) => columnOf(table, "emotion") !== undefined);
  if (labelled.length === 0) {
    const names = database.tables.map(({ name }) => name).join(", ");
    throw new InputError(
      `db.yaml: no table has a column "emotion" or one of that scheme (there are ${names}); add one`,
    );
  }
  const cellsByIndex = mergeTables(database.tables);
  const isPiece = (index: string) => index.includes("\n");
  const indices = new Set(labelled.flatMap(({ rows }) => rows.map(indexOf)));
  const pieces = [...indices].some(isPiece);
  return [...indices]
    .filter((index) => isPiece(index) === pieces)
    .map((index) =>
      describedRow(index, { ...cellsByIndex.get(fileOf(index)), ...cellsByIndex.get(index) }, database),
    );
}

/** Cells by index; emotion and speaker under these names, the first table that has one counts. */
function mergeTables(tables: readonly AudformatTable[]): Map<string, Cells> {
  const merged = new Map<string, Cells>();
  for (const table of tables) {
    const renamed = (["emotion", "speaker"] as const).map((what) => [columnOf(table, what) ?? "", what]);
    const nameOf = (column: string) => renamed.find(([found]) => found === column)?.[1] ?? column;
    for (const row of table.rows) {
      const cells = Object.entries(row.cells)
        .filter(([column, cell]) => column in table.columns && cell !== "")
        .map(([column, cell]) => [nameOf(column), cell]);
      const split = table.part === undefined ? {} : { split: table.part };
      merged.set(indexOf(row), { ...split, ...Object.fromEntries(cells), ...merged.get(indexOf(row)) });
    }
  }
  return merged;
}

/** By the column's own name, else by its scheme's. */
function columnOf({ columns }: AudformatTable, what: "emotion" | "speaker"): string | undefined {
  const own = findColumn(Object.keys(columns), what);
  const scheme = findColumn(Object.values(columns), what);
  return own ?? Object.keys(columns).find((column) => columns[column] === scheme);
}

function describedRow(index: string, cells: Cells, { labels }: Audformat): DescribedRow {
  const { emotion = "", speaker = "", ...extra } = cells;
  const [written, start = "", end = ""] = index.split("\n");
  const about = labels.get("speaker")?.get(speaker);
  const times = { startSeconds: parseSeconds(start, written), endSeconds: parseSeconds(end, written) };
  return { written, emotion, speaker, ...times, extra: { ...about, ...extra } };
}

/** The file, and of a piece its times. */
function indexOf({ cells }: TableRow): string {
  const { file = "", start, end = "" } = cells;
  return start === undefined ? file : `${file}\n${start}\n${end}`;
}

function fileOf(index: string): string {
  return index.split("\n")[0];
}
