import { InputError } from "../../check";
import { type ConfusionMatrix, confusionMatrix } from "./confusion-matrix";

/**
 * Agreement beyond chance (Cohen 1960): 1 - observed / expected disagreement; 0 for guesses at the
 * true frequencies. scikit-learn's `cohen_kappa_score` without weights.
 *
 * @throws InputError where both lists hold one and the same label only: chance agrees always, the
 *   ratio is 0 / 0.
 *
 * @example cohenKappa(["a", "a", "b", "b"], ["a", "a", "b", "a"]) // 0.5
 */
export function cohenKappa(truths: readonly string[], predicted: readonly string[]): number {
  return kappaOfCounts(confusionMatrix(truths, predicted));
}

function kappaOfCounts({ labels, counts }: ConfusionMatrix): number {
  const trueSums = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const takenSums = labels.map((_, c) => counts.reduce((sum, row) => sum + row[c], 0));
  const total = trueSums.reduce((sum, count) => sum + count, 0);
  const agreed = counts.reduce((sum, row, c) => sum + row[c], 0);
  const byChance = trueSums.reduce((sum, count, c) => sum + count * takenSums[c], 0) / total;
  if (byChance === total) {
    throw new InputError(
      `kappa is not defined: every truth and every prediction is "${labels[trueSums.indexOf(total)]}"`,
    );
  }
  return 1 - (total - agreed) / (total - byChance);
}
