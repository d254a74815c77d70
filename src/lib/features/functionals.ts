import { percentile } from "../numbers/percentile";

/** The names of the functionals of `functionalsOf`, in its order. */
export const functionalNames = ["mean", "std", "p10", "p50", "p90"] as const;

/**
 * Mean, standard deviation (divided by n) and the 10th, 50th and 90th percentile (linear between
 * two values, as numpy.percentile) of a contour. Values that are not finite are left out; of none
 * left, all are 0.
 *
 * @returns one number per name of `functionalNames`
 * @example functionalsOf(new Float64Array([1, 2, 3, NaN])) // [2, 0.816, 1.2, 2, 2.8]
 */
export function functionalsOf(contour: Float32Array | Float64Array): number[] {
  const values = contour.filter((value) => Number.isFinite(value)).sort();
  if (values.length === 0) return functionalNames.map(() => 0);
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let variance = 0;
  for (const value of values) variance += (value - mean) ** 2 / values.length;
  return [mean, Math.sqrt(variance), ...[0.1, 0.5, 0.9].map((share) => percentile(values, share))];
}
