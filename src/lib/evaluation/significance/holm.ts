/**
 * Holm's correction (1979) for several tests at once: p-values that may be compared with .05 as if
 * each were the only one.
 *
 * @returns in the order of the input
 *
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): number[] {
  const ascending = pValues.map((_, i) => i).sort((a, b) => pValues[a] - pValues[b]);
  const corrected = new Array<number>(pValues.length);
  let most = 0;
  ascending.forEach((index, rank) => {
    most = Math.max(most, Math.min(1, (pValues.length - rank) * pValues[index]));
    corrected[index] = most;
  });
  return corrected;
}
