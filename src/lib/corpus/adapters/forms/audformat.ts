import type { CorpusTree } from "../../corpus-tree";
import type { Adapter } from "../adapter";
import { joinAudformat } from "./audformat-join";
import { readAudformat } from "./audformat-tables";
import { openDescribed } from "./described-rows";

/**
 * audEERING's audformat: `db.yaml` and a table a file, of files or of pieces of them; emotion and
 * speaker may stand in two tables.
 */
export const audformat: Adapter = {
  name: "audformat",
  about: "db.yaml beside db.<table>.csv or .parquet: audformat",
  finds: ({ files }: CorpusTree) => files.filter((file) => file === "db.yaml"),
  async open({ root }, options) {
    const database = await readAudformat(root);
    return openDescribed({ root, manifest: "db.yaml", rows: joinAudformat(database) }, options);
  },
};
