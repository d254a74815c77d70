import type { Weights } from "../weights";

export interface AdamwOptions {
  /** Decay of the running mean of gradients; default .9. */
  readonly beta1?: number;
  /** Decay of the running mean of squared gradients; default .999. */
  readonly beta2?: number;
  /** Pull of kernels towards zero per unit of rate, biases and scales left out; default .01. */
  readonly weightDecay?: number;
}

/** One update of all weights in place. */
export type Optimizer = (gradients: Readonly<Record<string, Float32Array>>, rate: number) => void;

const epsilon = 1e-8;

/**
 * AdamW (Loshchilov & Hutter 2019, algorithm 2) on plain arrays: one pass in JavaScript over some
 * 50,000 numbers costs less than the dozen kernel calls per weight of an optimizer made of tensor
 * operations, and rounds the same on every backend.
 *
 * @example
 * const weights = { "a.bias": { shape: [1], values: Float32Array.of(1) } };
 * const update = adamw(weights);
 * update({ "a.bias": Float32Array.of(0.5) }, 0.1);
 * weights["a.bias"].values // [0.9]
 */
export function adamw(weights: Weights, options: AdamwOptions = {}): Optimizer {
  const { beta1 = 0.9, beta2 = 0.999, weightDecay = 0.01 } = options;
  const moments = Object.entries(weights).map(([name, { shape, values }]) => ({
    name,
    values,
    decay: shape.length > 1 ? weightDecay : 0,
    first: new Float64Array(values.length),
    second: new Float64Array(values.length),
  }));
  let step = 0;
  return (gradients, rate) => {
    step++;
    const stepSize = rate / (1 - beta1 ** step);
    const secondScale = 1 / (1 - beta2 ** step);
    for (const { name, values, decay, first, second } of moments) {
      const gradient = gradients[name];
      for (let i = 0; i < values.length; i++) {
        first[i] = beta1 * first[i] + (1 - beta1) * gradient[i];
        second[i] = beta2 * second[i] + (1 - beta2) * gradient[i] * gradient[i];
        const move = (stepSize * first[i]) / (Math.sqrt(second[i] * secondScale) + epsilon);
        values[i] -= move + rate * decay * values[i];
      }
    }
  };
}
