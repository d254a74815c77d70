import type { Samples } from "./samples";

/**
 * The autocorrelation r of `length` samples x from `at` on, at the lags from `first` on, as many as
 * `out` holds:
 *
 *     out[k] = r(first + k) = sum from i = at to at + length - 1 of x[i] x[i + first + k]
 *
 * with x = 0 beyond the end. Sums in double precision. Returns `out`.
 */
export type Autocorrelation = (
  samples: Samples,
  at: number,
  length: number,
  first: number,
  out: Float64Array,
) => Float64Array;

/** Autocorrelation in plain JavaScript. */
export const plainAutocorrelation: Autocorrelation = (samples, at, length, first, out) => {
  for (let k = 0; k < out.length; k++) {
    const lag = first + k;
    const end = Math.min(at + length, samples.length - lag);
    let sum = 0;
    for (let i = at; i < end; i++) sum += samples[i] * samples[i + lag];
    out[k] = sum;
  }
  return out;
};
