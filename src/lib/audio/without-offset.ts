/**
 * Samples without their mean, which a microphone may have added.
 *
 * @example withoutOffset(Float32Array.of(1, 3)) // [-1, 1]
 */
export function withoutOffset(samples: Float32Array): Float32Array {
  let sum = 0;
  for (const sample of samples) sum += sample;
  const offset = sum / samples.length;
  return samples.map((sample) => sample - offset);
}
