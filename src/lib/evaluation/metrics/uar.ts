import { type ConfusionMatrix, confusionMatrix } from "./confusion-matrix";

/**
 * Unweighted average recall: the mean recall of the labels that occur among the truths, so that
 * every emotion counts the same however often it is spoken. scikit-learn's
 * `balanced_accuracy_score`; chance is 1 / labels.
 *
 * @throws InputError for empty lists, and for lists of different length
 * @example uar(["a", "a", "a", "b"], ["a", "a", "a", "a"]) // 0.5
 */
export function uar(truths: readonly string[], predicted: readonly string[]): number {
  return uarOfCounts(confusionMatrix(truths, predicted).counts);
}

/** The same from counts, rows true and columns predicted; rows without a count are left out. */
export function uarOfCounts(counts: ConfusionMatrix["counts"]): number {
  let [sum, present] = [0, 0];
  counts.forEach((row, c) => {
    const support = row.reduce((total, count) => total + count, 0);
    if (support === 0) return;
    sum += row[c] / support;
    present++;
  });
  return sum / present;
}
