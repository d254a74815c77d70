import * as tf from "@tensorflow/tfjs";
import type { Random } from "../../numbers/random";

/** One learned array, with its shape; what training updates in place. */
export interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The learned arrays of a network by name, such as "conv1.kernel". */
export type Weights = Readonly<Record<string, Weight>>;

/** The same arrays as tensors, for one forward pass. */
export type WeightTensors = Readonly<Record<string, tf.Tensor>>;

/**
 * Normal weights with standard deviation sqrt(2 / fan in), which keeps the scale of activations
 * through ReLU layers (He et al. 2015). Fan in is the product of all dimensions but the last, as in
 * a kernel of height x width x in x out.
 *
 * @param gain factor on the deviation; below 1 for the last layer, so that training starts from
 *   even probabilities
 *
 * @example heNormal([3, 3, 16, 32], random(0)).values.length // 4608
 */
export function heNormal(shape: readonly number[], source: Random, gain = 1): Weight {
  const fanIn = shape.slice(0, -1).reduce((product, size) => product * size, 1);
  const deviation = gain * Math.sqrt(2 / fanIn);
  const values = zeros(shape).values.map(() => deviation * source.normal());
  return { shape, values };
}

/** Zeros, for biases. */
export function zeros(shape: readonly number[]): Weight {
  return { shape, values: new Float32Array(shape.reduce((product, size) => product * size, 1)) };
}

/** Ones, for scales. */
export function ones(shape: readonly number[]): Weight {
  return { shape, values: zeros(shape).values.fill(1) };
}

/** Tensors of the weights; the caller owns them (call inside `tf.tidy`). */
export function toTensors(weights: Weights): WeightTensors {
  const entries = Object.entries(weights).map(([name, { shape, values }]) => [
    name,
    // tf keeps the array that it is given until the values are first used, and training changes
    // ours in place.
    tf.tensor(values.slice(), [...shape]),
  ]);
  return Object.fromEntries(entries);
}

/**
 * How many numbers a network learns.
 *
 * @internal
 */
export function parameterCount(weights: Weights): number {
  return Object.values(weights).reduce((sum, { values }) => sum + values.length, 0);
}
