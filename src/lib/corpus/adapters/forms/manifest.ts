import { join } from "node:path";
import { InputError } from "../../../check";
import { isFolder } from "../../../disk/is-folder";
import type { CorpusTree } from "../../corpus-tree";
import type { Adapter } from "../adapter";
import { isManifestHeader } from "./manifest-columns";
import { openTables } from "./open-tables";
import { readHeader } from "./read-header";
import { isTableFile, isTextTable } from "./table-files";

const NAMES = /^(metadata|manifest|labels?)\.(csv|tsv|jsonl|json|parquet)$/i;

/**
 * Any corpus that a table describes: CSV, TSV, JSONL, JSON or Parquet with the columns `file`,
 * `emotion` and, where they are known, `speaker` (or synonyms); all others are kept in `extra`.
 * Labels stay as written, paths are relative to the manifest's folder. A folder with a
 * `metadata.csv`, `manifest.tsv`, ... in it opens as that manifest does.
 */
export const manifest: Adapter = {
  name: "manifest",
  about:
    "a table with the columns file, emotion, speaker: a folder's metadata.csv, or a file in CSV, TSV, JSONL, JSON or Parquet",
  finds: manifestsIn,
  open: (tree, options) => openTables(tree.root, [{ table: onlyOne(tree, manifestsIn(tree)) }], options),
};

/**
 * A folder without a `metadata.csv` opens as the only table in it that has a manifest's columns.
 */
export const loneTable: Adapter = {
  name: "table",
  about: "the only table of a folder that has the columns file and emotion, whatever it is called",
  finds: tablesIn,
  open: (tree, options) => openTables(tree.root, [{ table: onlyOne(tree, tablesIn(tree)) }], options),
};

function manifestsIn({ path, files }: CorpusTree): readonly string[] {
  return isFolder(path) ? files.filter((file) => NAMES.test(file)) : files.filter(isTableFile);
}

function tablesIn({ root, files }: CorpusTree): readonly string[] {
  const here = files.filter((file) => !file.includes("/") && isTextTable(file));
  return here.filter((name) => isManifestHeader(readHeader(join(root, name))));
}

function onlyOne({ path, root }: CorpusTree, names: readonly string[]): string {
  if (names.length === 1) return names[0];
  const count = names.length === 0 ? "no manifest" : `${names.length} manifests (${names.join(", ")})`;
  const example = join(root, names[0] ?? "metadata.csv");
  throw new InputError(`${path} has ${count}; name the one to open, such as --corpus ${example}`);
}
