import { dirname, join } from "node:path";
import type { CorpusTree } from "../../corpus-tree";
import type { Adapter } from "../adapter";
import { isManifestHeader } from "./manifest-columns";
import { openTables } from "./open-tables";
import { readHeader } from "./read-header";
import { partOf } from "./table-files";

const METADATA = /^.+\/metadata\.(csv|jsonl|parquet)$/i;
/** The same by other names, where its header is a manifest's. */
const LABELS = /^.+\/(labels?|manifest)\.(csv|tsv|jsonl)$/i;

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
function metadataIn({ root, files }: CorpusTree): readonly string[] {
  const isLabels = (file: string) => LABELS.test(file) && partOf(dirname(file)) !== undefined;
  const tables = files.filter(
    (file) => METADATA.test(file) || (isLabels(file) && isManifestHeader(readHeader(join(root, file)))),
  );
  return tables.filter((table, i) => tables.findIndex((other) => dirname(other) === dirname(table)) === i);
}
