/**
 * The standard deviation of a sample, with n - 1 in the denominator; 0 of a single value.
 *
 * @example standardDeviation([1, 3]).toFixed(3) // "1.414"
 */
export function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
}
