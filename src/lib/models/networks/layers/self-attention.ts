import * as tf from "@tensorflow/tfjs";
import type { Random } from "../../../numbers/random";
import type { Weights, WeightTensors } from "../weights";
import { dense, denseWeights } from "./dense";

/** Fresh weights of `selfAttention`. */
export function selfAttentionWeights(layer: string, units: number, source: Random): Weights {
  return {
    ...denseWeights(`${layer}.input`, units, 3 * units, source, Math.SQRT1_2),
    ...denseWeights(`${layer}.output`, units, units, source, 0.1),
  };
}

/**
 * Scaled dot-product self-attention over time, several heads side by side, added to its input
 * (Vaswani et al. 2017): rows x frames x units, any number of frames.
 */
export function selfAttention(
  x: tf.Tensor3D,
  layer: string,
  heads: number,
  weights: WeightTensors,
): tf.Tensor3D {
  const [rows, frames, units] = x.shape;
  const size = units / heads;
  const flat = tf.reshape(x, [rows * frames, units]);
  const inputs = tf.reshape(dense(flat, `${layer}.input`, weights), [rows, frames, 3 * heads, size]);
  const [queries, keys, values] = tf.split(tf.transpose(inputs, [0, 2, 1, 3]), 3, 1);
  const similarity = tf.mul(tf.matMul(queries, keys, false, true), 1 / Math.sqrt(size));
  const attended = tf.transpose(tf.matMul(tf.softmax(similarity), values), [0, 2, 1, 3]);
  const output = dense(tf.reshape(attended, [rows * frames, units]), `${layer}.output`, weights);
  return tf.add(x, tf.reshape(output, x.shape));
}
