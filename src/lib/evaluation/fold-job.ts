import type { FoldJob } from "./fit-fold";
import type { AlteredFoldTable } from "./fold-table";
import type { Fold } from "./folds/fold";
import type { ModelSettings } from "./model-settings";
import { rowsAt } from "./rows-at";

/**
 * A fold of labelled rows as a job: what to learn from, altered copies included, and what to decide
 * on. A copy is of its recording's speaker and fold.
 */
export function foldJob(
  table: Omit<AlteredFoldTable, "folds">,
  { name, train, test, development }: Fold,
  settings: ModelSettings,
): FoldJob {
  const { rows, augmented = [], stressed } = table;
  const parts = [rows, ...augmented].map((part) => rowsAt({ ...table, rows: part }, train));
  return {
    fold: name,
    settings,
    training: {
      rows: parts.flatMap((part) => part.rows),
      labels: parts.flatMap((part) => part.labels),
      speakers: parts.flatMap((part) => part.speakers),
    },
    ...(development && { development: rowsAt(table, development) }),
    test: test.map((i) => rows[i]),
    ...(stressed && { stressed: stressed.map((part) => test.map((i) => part[i])) }),
  };
}
