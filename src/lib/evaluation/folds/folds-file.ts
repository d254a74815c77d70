import type { Labelled } from "../../corpus/recording";
import { countLabels } from "../../numbers/count-labels";
import type { Fold } from "./fold";

/** Folds as a file publishes them; `foldsFromFile` reads them again. */
export interface PublishedFolds {
  readonly corpus: string;
  /** In words. */
  readonly scheme: string;
  readonly folds: readonly {
    readonly fold: number | string;
    readonly test_speakers: readonly string[];
    readonly n_train: number;
    readonly n_test: number;
    readonly test_class_counts: Readonly<Record<string, number>>;
    readonly test_files: readonly string[];
    readonly dev_files?: readonly string[];
    readonly train_files?: readonly string[];
  }[];
}

/**
 * Puts folds into the form that is published, so that others can test on the same recordings. The
 * training files are named where not everything else trains.
 *
 * @param about what the folds are of, and how they were made, in words
 * @example foldsFile(folds, recordings, { corpus: "toy", scheme: "loso" }).folds[0].test_speakers // ["ann"]
 */
export function foldsFile(
  folds: readonly Fold[],
  recordings: readonly Labelled[],
  about: Pick<PublishedFolds, "corpus" | "scheme">,
): PublishedFolds {
  const files = (indices: readonly number[]) => indices.map((i) => recordings[i].file);
  const isTrained = ({ train, test, development = [] }: Fold) =>
    train.length + test.length + development.length === recordings.length;
  const tested = new Set(folds.flatMap(({ test }) => test));
  const isPlain = tested.size === recordings.length && folds.every(isTrained);
  return {
    ...about,
    folds: folds.map(({ name, train, test, development = [] }) => {
      const own = test.map((i) => recordings[i]);
      return {
        fold: /^(0|[1-9]\d*)$/.test(name) ? Number(name) : name,
        test_speakers: [...new Set(own.map(({ speaker }) => speaker))].sort(),
        n_train: train.length,
        n_test: test.length,
        test_class_counts: countLabels(own.map(({ emotion }) => emotion)),
        test_files: files(test),
        ...(development.length > 0 && { dev_files: files(development) }),
        ...(isPlain ? {} : { train_files: files(train) }),
      };
    }),
  };
}
