import { existsSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { InputError } from "../../check";
import { writeFile } from "../../disk/paths";
import type { Corpus } from "../recording";
import type { GuessedRow } from "./guess-tree";

/**
 * Writes a corpus as a `metadata.csv` into its folder: file, emotion, speaker, and what else is
 * known.
 *
 * @returns the file's path
 * @throws InputError where there is one already
 */
export function writeManifest({ root, recordings }: Pick<Corpus, "root" | "recordings">): string {
  const rows = recordings.map(({ file, emotion, speaker, startSeconds: start, endSeconds: end, extra }) => {
    const times = start === undefined && end === undefined ? {} : { start: start ?? 0, end: end ?? "" };
    return { file: file.replace(/#(t|track)=[\d.,]*.*$/, ""), emotion, speaker, ...times, ...extra };
  });
  return write(root, rows);
}

/**
 * Writes what was guessed of a tree as a draft of its `metadata.csv`; the column split only where
 * parts were found.
 */
export function writeDraft(root: string, guessed: readonly GuessedRow[]): string {
  const hasParts = guessed.some(({ split }) => split !== "");
  return write(root, hasParts ? guessed : guessed.map(({ split: _, ...row }) => row));
}

function write(root: string, rows: readonly object[]): string {
  const path = join(root, "metadata.csv");
  if (existsSync(path)) throw new InputError(`${path} is there already; correct it, or move it away first`);
  const columns = [...new Set(rows.flatMap(Object.keys))];
  writeFile(path, `${Papa.unparse([...rows], { columns, newline: "\n" })}\n`);
  return path;
}
