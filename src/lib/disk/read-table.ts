import { readFileSync } from "node:fs";
import { basename } from "node:path";
import Papa from "papaparse";
import { InputError } from "../check";
import { decodeText } from "./decode-text";

/** One row of a table file: its cells by column name, and where it stands. */
export interface TableRow {
  /** As a spreadsheet counts: the header is row 1. For JSONL, the line. */
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A table file as it is, every cell a trimmed string. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Endings of the table files that can be read. */
export const TABLE_ENDING = /\.(csv|tsv|jsonl)$/i;

/**
 * Reads a CSV (comma or semicolon), TSV or JSONL file with a header or keys, in UTF-8 or with a byte order mark in UTF-16; quoted cells and blank lines are fine.
 *
 * @throws InputError naming the file and row when it is in another encoding, has no rows, or a row has more or fewer cells than the header.
 *
 * @example readTable("metadata.csv").rows[0] // { row: 2, cells: { file: "ann/anger1.wav", emotion: "anger", speaker: "ann", fold: "1" } }
 */
export function readTable(path: string): TextTable {
  const name = basename(path);
  const text = decodeText(readFileSync(path), name);
  const table = /\.jsonl?$/i.test(path) ? readJsonLines(text, name) : readDelimited(text, name);
  if (table.rows.length === 0)
    throw new InputError(`${name} has no rows; list one recording a row below the header`);
  return table;
}

function readDelimited(text: string, name: string): TextTable {
  const delimitersToGuess = name.toLowerCase().endsWith(".tsv") ? ["\t"] : [",", ";", "\t"];
  const { data } = Papa.parse<string[]>(text, { delimitersToGuess });
  const [header = [], ...lines] = data;
  const columns = header.map((column) => column.trim());
  const repeated = columns.find((column, i) => columns.indexOf(column) !== i);
  if (repeated !== undefined)
    throw new InputError(`${name}: two columns are named "${repeated}"; rename one`);
  const rows: TableRow[] = [];
  lines.forEach((line, i) => {
    if (line.every((cell) => cell.trim() === "")) return;
    checkWidth(line, columns, `${name} row ${i + 2}`);
    rows.push({ row: i + 2, cells: Object.fromEntries(columns.map((c, k) => [c, line[k].trim()])) });
  });
  return { columns, rows };
}

function checkWidth(line: readonly string[], columns: readonly string[], where: string): void {
  if (line.length === columns.length) return;
  throw new InputError(
    `${where}: ${line.length} cells where the header has ${columns.length}; put quotes around cells that hold the separator`,
  );
}

function readJsonLines(text: string, name: string): TextTable {
  const rows: TableRow[] = [];
  text.split("\n").forEach((line, i) => {
    if (line.trim() !== "") rows.push({ row: i + 1, cells: readJsonLine(line, `${name} row ${i + 1}`) });
  });
  return { columns: [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))], rows };
}

function readJsonLine(line: string, where: string): Record<string, string> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new InputError(`${where}: not a JSON object: ${line.slice(0, 40)}; write one object a line`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new InputError(`${where}: not a JSON object: ${line.slice(0, 40)}; write one object a line`);
  }
  return Object.fromEntries(Object.entries(value).map(([key, cell]) => [key, cellText(cell)]));
}

/** A value out of JSON as the text of a cell; nothing is empty. */
export function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell).trim();
}
