import { basename } from "node:path";
import { TABLE_ENDING } from "../../../disk/read-table";

/** Endings of the tables that describe corpora. */
const ENDING = /\.(csv|tsv|jsonl|json|parquet)$/i;

/** The parts of a corpus by the names that people give them, with the names that they get here. */
const PARTS: Readonly<Record<string, string>> = {
  train: "train",
  training: "train",
  dev: "validation",
  devel: "validation",
  development: "validation",
  val: "validation",
  valid: "validation",
  validation: "validation",
  test: "test",
  testing: "test",
  eval: "test",
  evaluation: "test",
};

/** Whether a file may be a table that describes a corpus, by its name. */
export function isTableFile(name: string): boolean {
  return ENDING.test(name);
}

/** Whether a table can be looked at without Parquet's machinery. */
export function isTextTable(name: string): boolean {
  return TABLE_ENDING.test(name);
}

/**
 * Which part of a corpus a folder or table holds, by the last or first word of its name; undefined
 * where it tells none.
 *
 * @example partOf("emodb_train.csv") // "train"
 */
export function partOf(name: string): string | undefined {
  const words = basename(name)
    .toLowerCase()
    .replace(/\.\w+$/, "")
    .replace(/-\d+-of-\d+.*$/, "")
    .split(/[^a-z]+/)
    .filter(Boolean);
  const part = [words.at(-1) ?? "", words[0] ?? ""].find((word) => Object.hasOwn(PARTS, word));
  return part && PARTS[part];
}
