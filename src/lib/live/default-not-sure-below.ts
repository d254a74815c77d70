/**
 * Below this probability a decision is not sure: a quarter of the way from chance to certainty,
 * 0.36 for seven emotions, 0.44 for four, 0.63 for two.
 *
 * @example defaultNotSureBelow(7) // 0.357
 */
export function defaultNotSureBelow(emotions: number): number {
  return 1 / emotions + (1 - 1 / emotions) / 4;
}
