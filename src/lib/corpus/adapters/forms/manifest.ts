import { basename, dirname, join } from "node:path";
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
 * Any corpus that a table describes: CSV, TSV, JSONL, JSON or Parquet with the columns `file`, `emotion` and, where they are known,
 * `speaker` (or synonyms); all others are kept in `extra`. Labels stay as written, paths are relative to the manifest's folder. A folder with
 * a `metadata.csv`, `manifest.tsv`, ... in it opens as that manifest does, one without as the only table in it that has these columns.
 */
export const manifest: Adapter = {
  name: "manifest",
  about:
    "a table with the columns file, emotion, speaker: a folder's metadata.csv, or a file in CSV, TSV, JSONL, JSON or Parquet",
  finds: manifestsIn,
  open(tree, options) {
    const file = onlyManifestIn(tree);
    return openTables(dirname(file), [{ table: basename(file) }], options);
  },
};

function manifestsIn({ path, root, files }: CorpusTree): readonly string[] {
  if (!isFolder(path)) return files.filter(isTableFile);
  const here = files.filter((file) => !file.includes("/"));
  const named = here.filter((name) => NAMES.test(name));
  if (named.length > 0) return named;
  const others = here.filter((name) => isTextTable(name) && isManifestHeader(readHeader(join(root, name))));
  return others.length === 1 ? others : [];
}

function onlyManifestIn(tree: CorpusTree): string {
  const { path, root } = tree;
  const names = manifestsIn(tree);
  if (names.length === 1) return join(root, names[0]);
  const count = names.length === 0 ? "no manifest" : `${names.length} manifests (${names.join(", ")})`;
  const example = join(root, names[0] ?? "metadata.csv");
  throw new InputError(`${path} has ${count}; name the one to open, such as --corpus ${example}`);
}
