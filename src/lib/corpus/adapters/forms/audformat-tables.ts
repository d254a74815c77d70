import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { InputError } from "../../../check";
import type { TableRow } from "../../../disk/read-table";
import { readManifestTable } from "./read-manifest-table";

interface Column {
  readonly scheme_id?: string;
}

/** What is read of `db.yaml`. */
interface Header {
  readonly schemes?: Readonly<Record<string, { readonly labels?: unknown } | null>>;
  readonly splits?: Readonly<Record<string, { readonly type?: string } | null>>;
  readonly tables?: Readonly<Record<string, TableHead | null>>;
}

interface TableHead {
  readonly split_id?: string;
  readonly columns?: Readonly<Record<string, Column | null>>;
}

/** A table of an audformat database. */
export interface AudformatTable {
  readonly name: string;
  /** The part of the corpus that it holds, where it holds one. */
  readonly part?: string;
  /**
   * Columns besides the index (file, start, end), with the scheme of each; a column without one is
   * its own.
   */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly TableRow[];
}

/** An audformat database, as far as recordings go. */
export interface Audformat {
  readonly tables: readonly AudformatTable[];
  /** What a scheme tells of each of its labels (a speaker's gender), by scheme and label. */
  readonly labels: ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, string>>>>;
}

/**
 * Reads `db.yaml` and its tables.
 *
 * @throws InputError for a table that is not there, or pickled
 */
export async function readAudformat(root: string): Promise<Audformat> {
  const header = (parse(readFileSync(join(root, "db.yaml"), "utf8")) ?? {}) as Header;
  const tables: AudformatTable[] = [];
  for (const [name, head] of Object.entries(header.tables ?? {})) {
    const file = fileOf(root, name);
    const { rows } = await readManifestTable(file);
    const timed = file.endsWith(".parquet") ? rows.map(inSeconds) : rows;
    tables.push({ name, part: partOf(header, head), columns: columnsOf(head), rows: timed });
  }
  const labels = new Map<string, ReadonlyMap<string, Readonly<Record<string, string>>>>();
  for (const [name, scheme] of Object.entries(header.schemes ?? {})) {
    labels.set(name, await labelsOf(root, name, scheme?.labels));
  }
  return { tables, labels };
}

/** In Parquet, times are whole nanoseconds. */
function inSeconds({ row, cells }: TableRow): TableRow {
  const seconds = (["start", "end"] as const)
    .filter((column) => /^\d+$/.test(cells[column] ?? ""))
    .map((column) => [column, String(Number(cells[column]) / 1e9)]);
  return { row, cells: { ...cells, ...Object.fromEntries(seconds) } };
}

function columnsOf(head: TableHead | null): Record<string, string> {
  const columns = Object.entries(head?.columns ?? {});
  return Object.fromEntries(columns.map(([column, about]) => [column, about?.scheme_id ?? column]));
}

function partOf({ splits }: Header, head: TableHead | null): string | undefined {
  const split = head?.split_id;
  return split && (splits?.[split]?.type ?? split);
}

function fileOf(root: string, table: string): string {
  const path = ["csv", "parquet"].map((ending) => join(root, `db.${table}.${ending}`)).find(existsSync);
  if (path) return path;
  const pickled = existsSync(join(root, `db.${table}.pkl`));
  throw new InputError(
    pickled
      ? `db.${table}.pkl is pickled, which only Python reads; save it as text: audformat.Database.load(${JSON.stringify(root)}).save(${JSON.stringify(root)}, storage_format="csv")`
      : `db.yaml names the table "${table}", and db.${table}.csv or .parquet is not there; copy it`,
  );
}

/**
 * A scheme's labels are a list, a map with what is known of each, or the name of a table that tells
 * it.
 */
async function labelsOf(
  root: string,
  scheme: string,
  labels: unknown,
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  if (typeof labels === "string") {
    const { columns, rows } = await readManifestTable(fileOf(root, labels));
    const index = columns.includes(scheme) ? scheme : columns[0];
    return new Map(
      rows.map(({ cells }) => {
        const { [index]: label, ...about } = cells;
        return [label, about];
      }),
    );
  }
  if (typeof labels !== "object" || labels === null || Array.isArray(labels)) return new Map();
  return new Map(Object.entries(labels).map(([label, about]) => [label, textsOf(about)]));
}

function textsOf(about: unknown): Record<string, string> {
  if (typeof about !== "object" || about === null) return {};
  return Object.fromEntries(Object.entries(about).map(([key, value]) => [key, String(value)]));
}
