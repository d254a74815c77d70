/**
 * The squared Euclidean distance of two vectors of equal length.
 *
 * @example squaredDistance(Float64Array.of(0, 0), Float64Array.of(3, 4)) // 25
 */
export function squaredDistance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] - b[k]) ** 2;
  return sum;
}
