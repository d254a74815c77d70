import { type ConfusionMatrix, confusionMatrix } from "./confusion-matrix";

/** How well one label is found. */
export interface ClassScore {
  readonly label: string;
  /** Of the recordings taken for the label, the part that are. */
  readonly precision: number;
  /** Of the recordings with the label, the part that were found. */
  readonly recall: number;
  /** Harmonic mean of both. */
  readonly f1: number;
  /** Recordings with the label. */
  readonly support: number;
}

/**
 * Precision, recall and F1 of each label, as scikit-learn's `precision_recall_fscore_support` with
 * its default of 0 where a score has nothing to divide by.
 *
 * @param labels Which labels, in which order; default: all labels of either list, ascending.
 * @throws InputError as `confusionMatrix`
 * @example classScores(["a", "a", "b"], ["a", "b", "b"])[0] // { label: "a", precision: 1, recall: 0.5, f1: 0.667, support: 2 }
 */
export function classScores(
  truths: readonly string[],
  predicted: readonly string[],
  labels?: readonly string[],
): ClassScore[] {
  return scoresOfCounts(confusionMatrix(truths, predicted, labels));
}

/** The same from a confusion matrix. */
export function scoresOfCounts({ labels, counts }: ConfusionMatrix): ClassScore[] {
  return labels.map((label, c) => {
    const hits = counts[c][c];
    const support = counts[c].reduce((sum, count) => sum + count, 0);
    const taken = counts.reduce((sum, row) => sum + row[c], 0);
    return {
      label,
      support,
      precision: ratio(hits, taken),
      recall: ratio(hits, support),
      f1: ratio(2 * hits, support + taken),
    };
  });
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
