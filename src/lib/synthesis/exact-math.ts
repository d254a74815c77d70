/**
 * Exponential and cosine from additions, multiplications and divisions alone. IEEE 754 fixes those
 * to the bit, while `Math.exp` and `Math.cos` may differ between versions and platforms; the
 * embedded corpus has the same bytes everywhere because of this file.
 */

const TWO_PI = 2 * Math.PI;

/**
 * e to the power of x, for |x| < 700; relative error below 1e-15.
 *
 * @example exp(1) // 2.7182818284590455
 */
export function exp(x: number): number {
  const doublings = Math.round(x / Math.LN2);
  const rest = x - doublings * Math.LN2;
  let sum = 1;
  for (let n = 16; n > 0; n--) sum = 1 + (sum * rest) / n;
  const factor = doublings < 0 ? 0.5 : 2;
  for (let n = Math.abs(doublings); n > 0; n--) sum *= factor;
  return sum;
}

/**
 * Cosine of an angle in radians, for |x| < 1e6; absolute error below 1e-10.
 *
 * @example cosine(1) // 0.5403023058681398
 */
export function cosine(x: number): number {
  const rest = x - TWO_PI * Math.round(x / TWO_PI);
  const square = rest * rest;
  let sum = 1;
  for (let n = 26; n > 0; n -= 2) sum = 1 - (sum * square) / (n * (n - 1));
  return sum;
}

/** Linear gain of a level: 6 dB is about 2. */
export function gainOf(levelDb: number): number {
  return exp((levelDb / 20) * Math.LN10);
}

/** Frequency ratio of an interval: 12 semitones are 2. */
export function ratioOf(semitones: number): number {
  return exp((semitones / 12) * Math.LN2);
}
