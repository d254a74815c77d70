/**
 * Samples whose loudest part is cut off.
 *
 * @param share of the samples, from 0 to 1
 * @example clipped(Float32Array.of(0.1, -0.4, 0.2, 0.3), 0.25) // [0.1, -0.3, 0.2, 0.3]
 */
export function clipped(samples: Float32Array, share: number): Float32Array {
  const sorted = samples.map(Math.abs).sort();
  const most = sorted[Math.max(0, Math.ceil((1 - share) * sorted.length) - 1)] ?? 0;
  return samples.map((sample) => Math.max(-most, Math.min(most, sample)));
}

/**
 * Samples rounded to the steps of so many bits.
 *
 * @example quantized(Float32Array.of(0.3, -0.1), 3) // [0.25, 0]
 */
export function quantized(samples: Float32Array, bits: number): Float32Array {
  const steps = 2 ** (bits - 1);
  return samples.map(
    (sample) => Math.max(-steps, Math.min(steps - 1, Math.round(sample * steps))) / steps + 0,
  );
}
