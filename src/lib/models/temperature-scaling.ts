import type { JudgedDecisions } from "./held-out-decisions";

/**
 * Temperature scaling (Guo et al. 2017, "On calibration of modern neural networks"): the factor on
 * the scores (one over the temperature) at which their softmax gives held-out rows the least log
 * loss. The loss is convex in the factor, so the zero of its slope is found by halving [0, 1000];
 * the upper end is the answer where every held-out row is right. Rows whose label the model did not
 * know are left out.
 */
export function fitTemperature(heldOut: readonly JudgedDecisions[]): number {
  const known = heldOut.flatMap(({ labels, scores, truths }) =>
    scores.map((row, i) => ({ row, truth: labels.indexOf(truths[i]) })).filter(({ truth }) => truth >= 0),
  );
  let [low, high] = [0, 1000];
  for (let halving = 0; halving < 40; halving++) {
    const middle = (low + high) / 2;
    if (lossSlope(known, middle) < 0) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * Derivative of the summed log loss by the sharpness: the score expected under the softmax minus
 * that of the truth.
 */
function lossSlope(
  known: readonly { readonly row: readonly number[]; readonly truth: number }[],
  sharpness: number,
): number {
  let slope = 0;
  for (const { row, truth } of known) {
    const largest = Math.max(...row);
    let [total, weighted] = [0, 0];
    for (const score of row) {
      const power = Math.exp(sharpness * (score - largest));
      total += power;
      weighted += power * score;
    }
    slope += weighted / total - row[truth];
  }
  return slope;
}
