import { basename } from "node:path";
import Papa from "papaparse";
import { InputError } from "../check";
import { decodeTableText } from "./decode-table-text";
import { isJsonObject } from "./is-json-object";
import { readNamedFile } from "./read-named-file";

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
  /** What was taken for granted in reading it, one sentence each. */
  readonly notes?: readonly string[];
}

/** Endings of the table files that can be read. */
export const TABLE_ENDING = /\.(csv|tsv|txt|jsonl)$/i;

/**
 * Reads a CSV (comma, semicolon, tab, or what a first line `sep=;` says), TSV or JSONL file with a
 * header or keys, in UTF-8, UTF-16 or Windows-1252 (with a note); quoted cells and blank lines are
 * fine.
 *
 * @throws InputError naming the file and row when it is in another encoding, has no rows, or a row
 *   has more or fewer cells than the header.
 *
 * @example readTable("metadata.csv").rows[0] // { row: 2, cells: { file: "ann/anger1.wav", emotion: "anger", speaker: "ann", fold: "1" } }
 */
export function readTable(path: string): TextTable {
  const name = basename(path);
  const { text, note } = decodeTableText(readNamedFile(path), name);
  const table = /\.jsonl?$/i.test(path) ? readJsonLines(text, name) : readDelimited(text, name);
  if (table.rows.length === 0)
    throw new InputError(`${name} has no rows; list one recording a row below the header`);
  return note === undefined ? table : { ...table, notes: [note] };
}

function readDelimited(text: string, name: string): TextTable {
  const separator = /^sep=(.)\r?\n/i.exec(text);
  const guesses = name.toLowerCase().endsWith(".tsv") ? ["\t"] : [",", ";", "\t", "|"];
  const body = separator ? text.slice(separator[0].length) : text;
  const { data } = Papa.parse<string[]>(body, { delimitersToGuess: separator ? [separator[1]] : guesses });
  const title = titleRows(data);
  const lines = withoutEmptyEnd(data.slice(title));
  const first = 1 + title + (separator ? 1 : 0);
  const columns = (lines[0] ?? []).map((column) => column.trim());
  checkHeader(columns, name);
  const rows = lines.slice(1).flatMap((line, i) => {
    if (line.every((cell) => cell.trim() === "")) return [];
    const row = first + 1 + i;
    checkWidth(line, columns, `${name} row ${row}`);
    return [{ row, cells: Object.fromEntries(columns.map((c, k) => [c, (line[k] ?? "").trim()])) }];
  });
  return { columns, rows };
}

/**
 * How many rows of a title stand above the header: rows of one cell or none, where the header has
 * three or more.
 */
function titleRows(data: readonly (readonly string[])[]): number {
  const filled = data.map((line) => line.filter((cell) => cell.trim() !== "").length);
  const header = filled.findIndex((count) => count > 1);
  return header > 0 && filled[header] >= 3 ? header : 0;
}

/**
 * Spreadsheets leave columns without a name and without a cell at the end; cells of nothing at a
 * row's end are left out.
 */
function withoutEmptyEnd(data: readonly (readonly string[])[]): string[][] {
  const isEmpty = (column: number) => data.every((line) => (line[column] ?? "").trim() === "");
  let width = data.reduce((most, { length }) => Math.max(most, length), 0);
  while (width > 0 && isEmpty(width - 1)) width--;
  return data.map((line) => line.slice(0, width));
}

function checkHeader(columns: readonly string[], name: string): void {
  const repeated = columns.find((column, i) => columns.indexOf(column) !== i);
  if (repeated !== undefined)
    throw new InputError(`${name}: two columns are named "${repeated}"; rename one`);
}

/**
 * A row may be shorter, as spreadsheets leave empty cells at its end out; more cells than names are
 * a mistake.
 */
function checkWidth(line: readonly string[], columns: readonly string[], where: string): void {
  if (line.slice(columns.length).every((cell) => cell.trim() === "") && line.length >= columns.length) return;
  if (line.length < columns.length && line.length > 1) return;
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
    value = JSON.parse(withoutNaN(line));
  } catch {
    throw new InputError(`${where}: not a JSON object: ${line.slice(0, 40)}; write one object a line`);
  }
  if (!isJsonObject(value)) {
    throw new InputError(`${where}: not a JSON object: ${line.slice(0, 40)}; write one object a line`);
  }
  return Object.fromEntries(Object.entries(value).map(([key, cell]) => [key, cellText(cell)]));
}

/** Python writes numbers that JSON does not have: nothing is known there. */
function withoutNaN(line: string): string {
  return line.replace(
    /("(?:[^"\\]|\\.)*")|\bNaN\b|-?\bInfinity\b/g,
    (token, text) => text ?? (token ? "null" : ""),
  );
}

/** A value out of JSON as the text of a cell; nothing is empty. */
export function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell).trim();
}
