/** exp(sharpness x score), scaled to sum to 1. */
export function softmax(scores: ArrayLike<number>, sharpness = 1): number[] {
  const exponents = Array.from(scores, (score) => sharpness * score);
  const largest = Math.max(...exponents);
  const powers = exponents.map((exponent) => Math.exp(exponent - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
