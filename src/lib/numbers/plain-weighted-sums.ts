import type { Weighting } from "./weighted-sums";

type Numbers = Float32Array | Float64Array;

/** The weighted sums of `numbers` into `out`, in plain JavaScript. */
export function plainWeightedSums<T extends Numbers>(
  weightings: readonly Weighting[],
  numbers: Numbers,
  out: T,
): T {
  for (let s = 0; s < weightings.length; s++) {
    const { first, weights } = weightings[s];
    let sum = 0;
    for (let i = 0; i < weights.length; i++) sum += weights[i] * numbers[first + i];
    out[s] = sum;
  }
  return out;
}
