import * as tf from "@tensorflow/tfjs";
import type { Random } from "../../../numbers/random";
import type { Weights, WeightTensors } from "../weights";
import { dense, denseWeights } from "./dense";

/** Keeps the slope of the square root finite where a unit does not vary. */
const smallestVariance = 1e-4;

/** Fresh weights of `attentiveStatistics`. */
export function attentiveStatisticsWeights(layer: string, units: number, source: Random): Weights {
  return {
    ...denseWeights(`${layer}.hidden`, units, units / 2, source),
    ...denseWeights(`${layer}.score`, units / 2, 1, source, 0.1),
  };
}

/**
 * Mean and standard deviation of each unit over time, every frame weighted by how much it tells
 * (Okabe et al. 2018, "Attentive statistics pooling"): rows x frames x units to rows x 2 units, any
 * number of frames.
 */
export function attentiveStatistics(x: tf.Tensor3D, layer: string, weights: WeightTensors): tf.Tensor2D {
  const [rows, frames, units] = x.shape;
  const hidden = tf.tanh(dense(tf.reshape(x, [rows * frames, units]), `${layer}.hidden`, weights));
  const scores = tf.reshape(dense(hidden, `${layer}.score`, weights), [rows, 1, frames]);
  const attention = tf.softmax(scores);
  const mean = tf.matMul(attention, x);
  const variance = tf.sub(tf.matMul(attention, tf.square(x)), tf.square(mean));
  const deviation = tf.sqrt(tf.maximum(variance, smallestVariance));
  return tf.reshape(tf.concat([mean, deviation], 2), [rows, 2 * units]);
}
