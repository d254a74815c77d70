import { percentile } from "../../../numbers/percentile";

/** Mean and spread of a contour. */
export interface Moments {
  /** In the contour's unit; 0 where there are no values. */
  readonly mean: number;
  /** Standard deviation (divided by n) relative to the mean; 0 where the mean is 0. */
  readonly relativeDeviation: number;
}

/**
 * Mean and relative standard deviation of a contour.
 *
 * @example moments(Float64Array.of(1, 3)) // { mean: 2, relativeDeviation: 0.5 }
 */
export function moments(values: Float64Array): Moments {
  let mean = 0;
  for (const value of values) mean += value;
  mean = values.length === 0 ? 0 : mean / values.length;
  let variance = 0;
  for (const value of values) variance += (value - mean) ** 2;
  const relativeDeviation = mean === 0 ? 0 : Math.sqrt(variance / values.length) / mean;
  return { mean, relativeDeviation };
}

/**
 * The values below which the given shares of a contour lie, linear between two values; 0 for an
 * empty contour.
 *
 * @example percentiles(Float64Array.of(4, 1, 2, 3), [0.5]) // [2.5]
 */
export function percentiles(values: Float64Array, shares: readonly number[]): number[] {
  const sorted = values.slice().sort();
  if (sorted.length === 0) return shares.map(() => 0);
  return shares.map((share) => percentile(sorted, share));
}
