import type { Samples } from "./samples";

/**
 * Into `out`, for each lag from `first` on, the sum over `length` samples from `at` on of a sample times the one `lag` later; beyond the end stands silence.
 * Sums in double precision. Returns `out`.
 */
export type LaggedProducts = (
  samples: Samples,
  at: number,
  length: number,
  first: number,
  out: Float64Array,
) => Float64Array;

/** Lagged products in plain JavaScript. */
export const plainLaggedProducts: LaggedProducts = (samples, at, length, first, out) => {
  for (let k = 0; k < out.length; k++) {
    const lag = first + k;
    const end = Math.min(at + length, samples.length - lag);
    let sum = 0;
    for (let i = at; i < end; i++) sum += samples[i] * samples[i + lag];
    out[k] = sum;
  }
  return out;
};
