import { join } from "node:path";
import { projectRoot } from "../disk/paths";
import type { Elsewhere } from "../jobs/task";
import type { FoldJob, FoldResult } from "./fit-fold";
import type { FoldReference } from "./fit-kept-fold";
import { type FoldTable, keepFoldTable } from "./fold-table";

/**
 * Folds on machines that share the cache: the table is kept there once, each job names it and its
 * fold, and decisions come back.
 */
export function foldElsewhere(table: FoldTable, jobs: readonly FoldJob[]): Elsewhere<FoldJob, FoldResult> {
  let digest: string | undefined;
  return {
    module: join(projectRoot, "src/lib/evaluation/fit-kept-fold.ts"),
    refer(job): FoldReference {
      digest ??= keepFoldTable(table);
      const { fold, settings } = job;
      const name = `fold ${fold} of ${settings.model}, ${table.rows.length} recordings`;
      return { name, table: digest, fold: jobs.indexOf(job), settings };
    },
    resolve: (answer) => answer as FoldResult,
  };
}
