import { InputError } from "../../check";
import { midRanks } from "../../numbers/mid-ranks";
import { checkProbabilities } from "./check-probabilities";

/**
 * Area under the ROC curve, one label against the rest, averaged over the labels: scikit-learn's
 * `roc_auc_score` with multi_class="ovr", average="macro"; for two labels the area of the second.
 * Equal probabilities count half.
 *
 * @param probabilities recordings x labels
 * @throws InputError where a label does not occur among the truths: its area is not defined, and
 *   for what are not probabilities of these labels.
 * @example rocAuc(["a", "a", "b", "b"], [[0.9, 0.1], [0.6, 0.4], [0.65, 0.35], [0.2, 0.8]], ["a", "b"]) // 0.75
 */
export function rocAuc(
  truths: readonly string[],
  probabilities: readonly (readonly number[])[],
  labels: readonly string[],
): number {
  checkProbabilities(truths, probabilities, labels);
  const absent = labels.find((label) => !truths.includes(label));
  if (absent !== undefined) throw new InputError(`ROC AUC is not defined: no recording is "${absent}"`);
  const areas = labels.map((label, c) =>
    area(
      truths.map((truth) => truth === label),
      probabilities.map((row) => row[c]),
    ),
  );
  return labels.length === 2 ? areas[1] : areas.reduce((sum, one) => sum + one, 0) / areas.length;
}

/**
 * The part of (positive, other) pairs in which the positive scores higher, from the ranks of the
 * scores (Mann & Whitney 1947).
 */
function area(positive: readonly boolean[], scores: readonly number[]): number {
  const ranks = midRanks(scores);
  const positives = positive.filter(Boolean).length;
  const rankSum = ranks.reduce((sum, rank, i) => (positive[i] ? sum + rank : sum), 0);
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (positive.length - positives));
}
