import type { Band } from "./band-sums";

type Numbers = Float32Array | Float64Array;

/** The weighted sum of each band of a spectrum into `out`, in plain JavaScript. */
export function plainBandSums<T extends Numbers>(bands: readonly Band[], spectrum: Numbers, out: T): T {
  for (let band = 0; band < bands.length; band++) {
    const { first, weights } = bands[band];
    let sum = 0;
    for (let i = 0; i < weights.length; i++) sum += weights[i] * spectrum[first + i];
    out[band] = sum;
  }
  return out;
}
