import { existsSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import type { AdapterOptions, OpenedFolder } from "../adapter";
import { describedFromTable } from "./described-from-table";
import { type DescribedRow, openDescribed } from "./described-rows";
import { idleTimes } from "./manifest-columns";
import { readManifestTable } from "./read-manifest-table";
import type { ClassNames } from "./read-parquet-table";

/** One of the tables that describe a corpus. */
export interface PartTable {
  /** Its path from the root, with forward slashes; the paths in it count from its folder. */
  readonly table: string;
  /** The part that it holds ("train"), where its place or name tells one. */
  readonly part?: string;
}

/** The placeholder of a folder in SpeechBrain's manifests. */
const PLACEHOLDER = /^(\{\w+\}|\$\{?\w+\}?)\//;

/**
 * Opens a corpus that one or several tables describe; the part that a table holds becomes the
 * column `split`.
 *
 * @param root absolute path of the corpus's folder
 * @throws InputError naming the table and row that cannot be read
 */
export async function openTables(
  root: string,
  tables: readonly PartTable[],
  options: AdapterOptions,
  classNames?: ClassNames,
): Promise<OpenedFolder> {
  const rows: DescribedRow[] = [];
  const notes: string[] = [];
  for (const { table, part } of tables) {
    const written = await readManifestTable(join(root, table), classNames);
    notes.push(...(written.notes ?? []), ...idleTimesNote(written.columns, basename(table)));
    const read = describedFromTable(written, basename(table));
    const placed = tables.length > 1 ? read.map(({ row: _, ...others }) => others) : read;
    rows.push(...placed.map((row) => inPart(row, folderOf(root, table, read), part)));
  }
  const manifest = tables.map(({ table }) => basename(table)).join(", ");
  const { manifest: named, ...opened } = openDescribed({ root, manifest, rows, notes }, options);
  return tables.length > 1 ? opened : { ...opened, manifest: named };
}

function idleTimesNote(columns: readonly string[], table: string): string[] {
  const idle = idleTimes(columns);
  if (idle.length === 0) return [];
  return [
    `${table}: ${idle.join(", ")} cut nothing; pieces are told in seconds by start and end, or by start_ms and end_ms.`,
  ];
}

/**
 * What the paths of a table count from: its folder, or the root where they are found there only.
 */
function folderOf(root: string, table: string, rows: readonly DescribedRow[]): string {
  const folder = dirname(table);
  const isIn = (place: string) => rows.some(({ written }) => existsSync(join(root, place, written)));
  return !isIn(folder) && isIn(".") ? "." : folder;
}

/** Paths count from the root then. */
function inPart(row: DescribedRow, folder: string, part: string | undefined): DescribedRow {
  const written = row.written.replace(PLACEHOLDER, "");
  const inFolder = folder === "." || row.path !== undefined || written === "" || isAbsolute(written);
  const extra = part === undefined ? row.extra : { split: part, ...row.extra };
  return { ...row, written: inFolder ? written : `${folder}/${written}`, extra };
}
