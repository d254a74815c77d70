import { rmSync } from "node:fs";
import { basename } from "node:path";
import type { RowFile, RowsOf } from "./row-file";
import { RowFileWriter } from "./row-file-writer";

/** A merged file ends at the first of both: a few thousand rows, and what is copied at once. */
const mostRows = 4096;
const mostBytes = 2 ** 26;

/** Whether a file is as large as merged ones get, so that it stays as it is. */
export function isFull({ names }: RowFile, columns: number): boolean {
  return names.length >= Math.min(mostRows, mostBytes / (8 * columns)) / 2;
}

/**
 * Writes the rows of many files into few, each row once, and removes the many; groups that are
 * damaged are left out. Memory holds one group at a time.
 */
export async function mergeRowFiles(
  folder: string,
  of: RowsOf,
  kind: "vector" | "matrix",
  files: readonly RowFile[],
): Promise<void> {
  const taken = new Set<string>();
  const written = new Set<string>();
  let writer: RowFileWriter | undefined;
  try {
    for (const file of files)
      for (let group = 0; group < file.groups; group++) {
        const rows = (await file.rowsOf(group)) ?? [];
        for (const [i, row] of rows.entries()) {
          const name = file.namesOf(group)[i];
          if (taken.has(name)) continue;
          taken.add(name);
          writer ??= new RowFileWriter(folder, of, kind);
          writer.add(name, row);
          if (writer.count < mostRows && writer.bytes < mostBytes) continue;
          written.add(writer.finish());
          writer = undefined;
        }
      }
    if (writer) written.add(writer.finish());
  } catch (error) {
    writer?.abandon();
    throw error;
  }
  for (const { path } of files) if (!written.has(basename(path))) rmSync(path, { force: true });
}
