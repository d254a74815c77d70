import { join } from "node:path";
import type { CorpusTree } from "../../corpus-tree";
import type { Adapter } from "../adapter";
import { isManifestHeader } from "./manifest-columns";
import { openTables } from "./open-tables";
import { readHeader } from "./read-header";
import { isTextTable, partOf } from "./table-files";

/**
 * A table for each part of a corpus, such as `train.csv`, `dev.csv`, `test.csv`: nkululeko's,
 * SpeechBrain's, NeMo's and SUPERB's.
 */
export const partTables: Adapter = {
  name: "parts",
  about:
    "a table for each part, in the folder or in one below it: train.csv, dev.csv, test.csv (nkululeko), train.json, valid.json (SpeechBrain, NeMo, SUPERB)",
  finds(tree) {
    const tables = tablesIn(tree);
    return new Set(tables.map(partOf)).size > 1 ? tables : [];
  },
  open: (tree, options) =>
    openTables(
      tree.root,
      tablesIn(tree).map((table) => ({ table, part: partOf(table) })),
      options,
    ),
};

/** In the corpus's folder, or in one below it: `splits/train.csv`, `train/train.csv`. */
function tablesIn(tree: CorpusTree): readonly string[] {
  const here = tablesNamed(tree, /^(?!db\.)[^/]+\.(csv|tsv|jsonl?)$/i);
  return here.length > 1 ? here : tablesNamed(tree, /^[^/]+\/(?!db\.)[^/]+\.(csv|tsv|jsonl)$/i);
}

function tablesNamed({ root, files }: CorpusTree, name: RegExp): readonly string[] {
  return files
    .filter((file) => name.test(file) && partOf(file) !== undefined)
    .filter((file) => !isTextTable(file) || isManifestHeader(readHeader(join(root, file))));
}
