import { dirname } from "node:path";
import type { CorpusTree } from "../../corpus-tree";
import type { Adapter } from "../adapter";
import { openTables } from "./open-tables";
import { partOf } from "./table-files";

const METADATA = /^.+\/metadata\.(csv|jsonl|parquet)$/i;

/**
 * Hugging Face's audiofolder with parts: `train/metadata.csv`, `test/metadata.csv`, whose paths
 * count from their folder.
 */
export const audiofolder: Adapter = {
  name: "audiofolder",
  about: "train/metadata.csv, test/metadata.csv (also .jsonl and .parquet): a Hugging Face audiofolder",
  finds: metadataIn,
  open: (tree, options) =>
    openTables(
      tree.root,
      metadataIn(tree).map((table) => ({ table, part: partOf(dirname(table)) })),
      options,
    ),
};

/** Of several tables in one folder the first, as its other forms say the same. */
function metadataIn({ files }: CorpusTree): readonly string[] {
  const tables = files.filter((file) => METADATA.test(file));
  return tables.filter((table, i) => tables.findIndex((other) => dirname(other) === dirname(table)) === i);
}
