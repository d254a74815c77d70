import { checkProbabilities } from "./check-probabilities";

/**
 * Mean of -ln p(truth), as scikit-learn's `log_loss`: probabilities are clipped to [2.2e-16, 1 -
 * 2.2e-16], so that a certain error costs 36 and not infinity.
 *
 * @param probabilities recordings x labels
 * @throws InputError for what are not probabilities of these labels, and for a label that they lack
 * @example logLoss(["a", "b"], [[0.5, 0.5], [0.25, 0.75]], ["a", "b"]) // 0.490
 */
export function logLoss(
  truths: readonly string[],
  probabilities: readonly (readonly number[])[],
  labels: readonly string[],
): number {
  checkProbabilities(truths, probabilities, labels);
  const losses = truths.map((truth, i) => {
    const p = probabilities[i][labels.indexOf(truth)];
    return -Math.log(Math.min(Math.max(p, Number.EPSILON), 1 - Number.EPSILON));
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}
