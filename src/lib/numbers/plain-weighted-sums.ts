import type { Samples } from "./samples";

/**
 * Which numbers a sum takes, from `first` on, and with which weights. Sums may share one array of
 * weights.
 */
export interface Weighting {
  readonly first: number;
  readonly weights: Float32Array;
}

/** The weighted sums of `numbers` into `out`, in plain JavaScript. */
export function plainWeightedSums<T extends Samples>(
  weightings: readonly Weighting[],
  numbers: Samples,
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
