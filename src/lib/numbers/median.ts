/**
 * The middle of sorted values, or the mean of the two in the middle; NaN of none.
 *
 * @example median([1, 2, 4, 8]) // 3
 */
export function median(sorted: ArrayLike<number>): number {
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}
