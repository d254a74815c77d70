import type { JobReference } from "../jobs/task";
import fitFold, { type FoldResult } from "./fit-fold";
import { foldJob } from "./fold-job";
import { type FoldTable, keptFoldTable } from "./fold-table";
import type { ModelSettings } from "./model-settings";

/** A fold for any machine that sees the cache. */
export interface FoldReference extends JobReference {
  /** Digest of the kept table. */
  readonly table: string;
  /** The fold's place in it. */
  readonly fold: number;
  readonly settings: ModelSettings;
}

/** The folds of an evaluation come one after the other: the table is read once. */
let last: { readonly digest: string; readonly table: FoldTable } | undefined;

/**
 * Fits a fold of a table that lies in the shared cache. Default export: workers load it by file.
 */
export default async function fitKeptFold({
  table: digest,
  fold,
  settings,
}: FoldReference): Promise<FoldResult> {
  if (last?.digest !== digest) last = { digest, table: keptFoldTable(digest) };
  return fitFold(foldJob(last.table, last.table.folds[fold], settings));
}
