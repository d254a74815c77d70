import type { Protocol } from "../evaluation/folds/describe-folds";
import type { PublishedFolds } from "../evaluation/folds/folds-file";
import { alignColumns } from "./align-columns";
import { bothSidesText } from "./run-text";

/** Folds as lines for a terminal: one a fold, then who and what is on both sides. */
export function foldsText({ corpus, folds }: PublishedFolds, { phrase, notes, bothSides }: Protocol): string {
  const lines = folds.map(({ fold, n_train, n_test, dev_files = [], test_speakers }) => [
    String(fold),
    String(n_train),
    String(dev_files.length),
    String(n_test),
    test_speakers.join(" "),
  ]);
  return [
    `${corpus}: ${phrase}`,
    ...alignColumns([["fold", "train", "development", "test", "test speakers"], ...lines]),
    ...bothSidesText(bothSides),
    ...notes,
  ].join("\n");
}
