import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { InputError } from "../../check";
import { isFolder } from "../../disk/is-folder";
import { readTable, TABLE_ENDING, type TableRow } from "../../disk/read-table";
import type { Recording } from "../recording";
import type { Adapter } from "./adapter";
import { type ManifestColumns, manifestColumns } from "./manifest-columns";

const NAMES = /^(metadata|manifest|labels?)\.(csv|tsv|jsonl)$/i;

/**
 * Any corpus that a table describes: CSV, TSV or JSONL with the columns `file`, `emotion`, `speaker` (or synonyms); all others are
 * kept in `extra`. Labels stay as written, paths are relative to the manifest's folder. A folder with a `metadata.csv`,
 * `manifest.tsv`, ... in it opens as that manifest does, so a Hugging Face audiofolder opens as it is.
 */
export const manifest: Adapter = {
  name: "manifest",
  recognises: (path) => (isFolder(path) ? manifestsIn(path).length > 0 : TABLE_ENDING.test(path)),
  open(path) {
    const file = isFolder(path) ? onlyManifestIn(path) : path;
    const root = dirname(file);
    const { columns, rows } = readTable(file);
    const found = manifestColumns(columns, basename(file));
    return { root, recordings: rows.map((row) => recording(root, row, found)), manifest: basename(file) };
  },
};

function manifestsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => NAMES.test(name));
}

function onlyManifestIn(folder: string): string {
  const names = manifestsIn(folder);
  if (names.length === 1) return join(folder, names[0]);
  const count = names.length === 0 ? "no manifest" : `${names.length} manifests (${names.join(", ")})`;
  const example = join(folder, names[0] ?? "metadata.csv");
  throw new InputError(`${folder} has ${count}; name the one to open, such as --corpus ${example}`);
}

function recording(root: string, { row, cells }: TableRow, columns: ManifestColumns): Recording {
  const {
    [columns.file]: written,
    [columns.emotion]: emotion = "",
    [columns.speaker]: speaker = "",
    ...extra
  } = cells;
  const file = written ? relativeFile(root, written) : "";
  return { file, path: resolve(root, file), speaker, emotion, extra, row };
}

/** Forward slashes, relative to the root; a backslash separates folders in manifests written under Windows. */
function relativeFile(root: string, written: string): string {
  const path = existsSync(resolve(root, written)) ? written : written.replaceAll("\\", "/");
  return relative(root, isAbsolute(path) ? path : resolve(root, path)).replaceAll("\\", "/");
}
