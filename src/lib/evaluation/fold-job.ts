import type { FoldJob } from "./fit-fold";
import type { Fold } from "./folds/fold";
import type { LabelledRows, ModelSettings } from "./model-settings";
import { rowsAt } from "./rows-at";

/** A fold of labelled rows as a job: what to learn from, and what to decide on. */
export function foldJob(
  table: LabelledRows,
  { name, train, test, development }: Fold,
  settings: ModelSettings,
): FoldJob {
  return {
    fold: name,
    settings,
    training: rowsAt(table, train),
    ...(development && { development: rowsAt(table, development) }),
    test: test.map((i) => table.rows[i]),
  };
}
