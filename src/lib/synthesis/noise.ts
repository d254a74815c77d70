/**
 * A source of white noise, uniform in [-1, 1); some 2 ns a sample where a general random source
 * takes 30.
 */
export type Noise = () => number;

/**
 * White noise by Marsaglia's 32-bit xorshift (2003).
 *
 * @param seed A whole number; zero is taken for one.
 */
export function seededNoise(seed: number): Noise {
  // An array, for a captured `let` of this size would be boxed anew with every sample.
  const state = new Int32Array([seed || 1]);
  return () => {
    let bits = state[0];
    bits ^= bits << 13;
    bits ^= bits >>> 17;
    bits ^= bits << 5;
    state[0] = bits;
    return bits / 2147483648;
  };
}
