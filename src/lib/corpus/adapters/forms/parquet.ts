import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { CorpusTree } from "../../corpus-tree";
import type { Adapter } from "../adapter";
import { openTables } from "./open-tables";
import type { ClassNames } from "./read-parquet-table";
import { partOf } from "./table-files";

/**
 * A dataset of Hugging Face as its hub keeps it: Parquet files with the sound in them,
 * `data/train-00000-of-00002.parquet`.
 */
export const parquet: Adapter = {
  name: "parquet",
  about:
    "data/train-00000-of-00001.parquet and further shards with the sound in them: a dataset of the Hugging Face hub",
  finds: shardsIn,
  open: (tree, options) =>
    openTables(
      tree.root,
      shardsIn(tree).map((table) => ({
        table,
        part: partOf(table) ?? partOf(table.split("/").slice(0, -1).join("/")),
      })),
      options,
      classNamesIn(join(tree.root, "README.md")),
    ),
};

function shardsIn({ files }: CorpusTree): readonly string[] {
  return files.filter((file) => /\.parquet$/i.test(file) && !/(^|\/)(db\.|metadata\.parquet$)/i.test(file));
}

interface Feature {
  readonly name: string;
  readonly dtype?: { readonly class_label?: { readonly names?: Readonly<Record<string, string>> } };
}

/** Names of integer labels, from the YAML that heads a dataset's card. */
function classNamesIn(card: string): ClassNames {
  const head = existsSync(card) ? /^---\r?\n([\s\S]*?)\r?\n---/.exec(readFileSync(card, "utf8")) : null;
  if (!head) return {};
  const { dataset_info: info } = (parse(head[1]) ?? {}) as { dataset_info?: unknown };
  const features = [info].flat().flatMap((one) => (one as { features?: Feature[] })?.features ?? []);
  const named = features.map(
    ({ name, dtype }) => [name, Object.values(dtype?.class_label?.names ?? {})] as const,
  );
  return Object.fromEntries(named.filter(([, names]) => names.length > 0));
}
