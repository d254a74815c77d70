import type { FoldJob } from "./fit-fold";
import type { Fold } from "./folds/fold";
import type { LabelledRows, ModelSettings } from "./model-settings";

/** A fold of labelled rows as a job: what to learn from, and what to decide on. */
export function foldJob(
  { rows, labels, speakers }: LabelledRows,
  { name, train, test }: Fold,
  settings: ModelSettings,
): FoldJob {
  return {
    fold: name,
    settings,
    training: {
      rows: train.map((i) => rows[i]),
      labels: train.map((i) => labels[i]),
      speakers: train.map((i) => speakers[i]),
    },
    test: test.map((i) => rows[i]),
  };
}
