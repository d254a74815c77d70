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
    "a table for each part: train.csv, dev.csv, test.csv (nkululeko), train.json, valid.json (SpeechBrain, NeMo, SUPERB)",
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

function tablesIn({ root, files }: CorpusTree): readonly string[] {
  return files
    .filter((file) => /^(?!db\.)[^/]+\.(csv|tsv|jsonl?)$/i.test(file) && partOf(file) !== undefined)
    .filter((file) => !isTextTable(file) || isManifestHeader(readHeader(join(root, file))));
}
