import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { decodeWav } from "../src/lib/audio/decode-wav";
import { createEgemapsV02 } from "../src/lib/features/egemaps/egemaps-v02";

const set = createEgemapsV02();

/** openSMILE's names of the 88 columns. */
export const egemapsNames = set.columns;

/**
 * Values by column of a table whose rows are recordings, and the recordings' names, which are its
 * first column.
 */
export interface EgemapsTable {
  readonly files: readonly string[];
  readonly columns: readonly (readonly number[])[];
}

/** Reads a table that openSMILE's values were written to. */
export function readEgemapsTable(path: string): EgemapsTable {
  const [, ...cells] = Papa.parse<string[]>(readFileSync(path, "utf8").trim()).data;
  return {
    files: cells.map(([file]) => file),
    columns: set.columns.map((_, i) => cells.map((row) => Number(row[i + 1]))),
  };
}

/** Our values of the same recordings, by column. */
export function ourColumns(root: string, files: readonly string[]): number[][] {
  const rows = files.map(
    (file) => set.extract(decodeWav(readFileSync(join(root, file)), file)) as Float64Array,
  );
  return set.columns.map((_, i) => rows.map((row) => row[i]));
}
