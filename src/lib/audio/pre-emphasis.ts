import type { Samples } from "../numbers/samples";

/**
 * Raises high frequencies: `y[n] - coef * y[n - 1]`, where the sample before the first is
 * extrapolated from the first two. Follows librosa.effects.preemphasis.
 *
 * @param coef default 0.97
 * @example preEmphasis(new Float32Array([1, 1, 1])) // [2, 0.03, 0.03]
 */
export function preEmphasis(samples: Samples, coef = 0.97): Float32Array {
  const out = new Float32Array(samples.length);
  for (let i = 1; i < out.length; i++) out[i] = samples[i] - coef * samples[i - 1];
  if (out.length > 1) out[0] = samples[0] + (2 * samples[0] - samples[1]);
  return out;
}
