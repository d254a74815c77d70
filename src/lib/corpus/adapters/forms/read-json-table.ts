import { basename } from "node:path";
import { InputError } from "../../../check";
import { decodeText } from "../../../disk/decode-text";
import { isJsonObject } from "../../../disk/is-json-object";
import { isSoundFileName } from "../../../disk/is-sound-file-name";
import { readNamedFile } from "../../../disk/read-named-file";
import { cellText, readTable, type TableRow, type TextTable } from "../../../disk/read-table";
import { findColumn, isManifestHeader } from "./manifest-columns";

type Json = Readonly<Record<string, unknown>>;

/**
 * Lists of rows stand under these names where a file tells more than rows (SUPERB's `meta_data`).
 */
const LISTS = ["meta_data", "data", "rows", "annotations", "samples", "utterances"];

/**
 * Reads a JSON file of rows: a list of objects, or objects by the name of their recording
 * (SpeechBrain), which becomes the column `key`, and `file` where it is a sound's; emotions by
 * sound; columns of rows (pandas); a list in a file that tells more (SUPERB); one object a line
 * (NeMo), or one alone.
 *
 * @throws InputError naming the file where it is none of these
 */
export function readJsonTable(path: string): TextTable {
  const name = basename(path);
  const text = decodeText(readNamedFile(path), name);
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
  if (isManifestHeader(Object.keys(value))) return rowsOfColumns(value) ?? [value];
  if (
    entries.length > 0 &&
    entries.every(([key, entry]) => isSoundFileName(key) && typeof entry === "string")
  )
    return entries.map(([file, emotion]) => ({ file, emotion }));
  if (!entries.every(([, entry]) => isJsonObject(entry))) return [value];
  return entries.map(([key, entry]) => {
    const row = entry as Json;
    return isFileOf(key, row) ? { key, file: key, ...row } : { key, ...row };
  });
}

/** Whether the key is the row's file: it is named as a sound, and the row names none. */
function isFileOf(key: string, row: Json): boolean {
  return isSoundFileName(key) && findColumn(Object.keys(row), "file") === undefined;
}

/**
 * Rows out of columns, each a list, or an object by the number of the row, as pandas writes them.
 */
function rowsOfColumns(columns: Json): readonly Json[] | undefined {
  const named = Object.entries(columns);
  const lists = named.filter(([, cells]) => Array.isArray(cells) || isJsonObject(cells));
  if (lists.length < named.length) return undefined;
  return Object.keys(lists[0][1] as Json).map((key) =>
    Object.fromEntries(lists.map(([column, cells]) => [column, (cells as Json)[key]])),
  );
}

function cellsOf(object: Json): Record<string, string> {
  return Object.fromEntries(Object.entries(object).map(([key, cell]) => [key, cellText(cell)]));
}
