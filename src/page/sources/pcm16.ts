/**
 * Samples as 16-bit integers, rounded; values beyond [-1, 1) are clipped.
 *
 * @example pcm16(Float32Array.of(0.5, 2)) // [16384, 32767]
 */
export function pcm16(samples: Float32Array): Int16Array<ArrayBuffer> {
  return Int16Array.from(samples, (sample) => Math.max(-32768, Math.min(32767, Math.round(sample * 32768))));
}
