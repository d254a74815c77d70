/**
 * Root mean square of samples; 0 for none.
 *
 * @example rootMeanSquare(Float32Array.of(3, -3)) // 3
 */
export function rootMeanSquare(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

/**
 * Samples times a factor.
 *
 * @example scaled(Float32Array.of(1, 2), 0.5) // [0.5, 1]
 */
export function scaled(samples: Float32Array, factor: number): Float32Array {
  return samples.map((sample) => factor * sample);
}

/**
 * Samples brought to the level of others, as far as they have one.
 *
 * @example atLevelOf(Float32Array.of(1, -1), Float32Array.of(2, 2)) // [2, -2]
 */
export function atLevelOf(samples: Float32Array, others: Float32Array): Float32Array {
  const own = rootMeanSquare(samples);
  return own === 0 ? samples : scaled(samples, rootMeanSquare(others) / own);
}
