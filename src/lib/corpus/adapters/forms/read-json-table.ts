import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { InputError } from "../../../check";
import { decodeText } from "../../../disk/decode-text";
import { isJsonObject } from "../../../disk/is-json-object";
import { cellText, readTable, type TableRow, type TextTable } from "../../../disk/read-table";

type Json = Readonly<Record<string, unknown>>;

/**
 * Lists of rows stand under these names where a file tells more than rows (SUPERB's `meta_data`).
 */
const LISTS = ["meta_data", "data", "rows", "annotations", "samples", "utterances"];

/**
 * Reads a JSON file of rows: a list of objects, or objects by the name of their recording
 * (SpeechBrain), which becomes the column `key`; a list in a file that tells more (SUPERB); one
 * object a line (NeMo), or one alone.
 *
 * @throws InputError naming the file where it is none of these
 */
export function readJsonTable(path: string): TextTable {
  const name = basename(path);
  const text = decodeText(readFileSync(path), name);
  const value = parse(text);
  if (value === undefined) return readTable(path);
  const objects = objectsOf(value);
  if (objects === undefined || objects.length === 0) {
    throw new InputError(`${name} lists no recordings; write a list of objects with file, emotion, speaker`);
  }
  const rows: TableRow[] = objects.map((object, i) => ({ row: i + 1, cells: cellsOf(object) }));
  return { columns: [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))], rows };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function objectsOf(value: unknown): readonly Json[] | undefined {
  if (Array.isArray(value)) return value.every(isJsonObject) ? value : undefined;
  if (!isJsonObject(value)) return undefined;
  const list = LISTS.map((name) => value[name]).find(Array.isArray);
  if (list) return objectsOf(list);
  const entries = Object.entries(value);
  if (!entries.every(([, entry]) => isJsonObject(entry))) return [value];
  return entries.map(([key, entry]) => ({ key, ...(entry as Json) }));
}

function cellsOf(object: Json): Record<string, string> {
  return Object.fromEntries(Object.entries(object).map(([key, cell]) => [key, cellText(cell)]));
}
