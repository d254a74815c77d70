import type { LaggedProducts } from "./lagged-products";

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
