import * as tf from "@tensorflow/tfjs";
import type { Random } from "../../../random";
import type { TrainingPass } from "../network";
import { heNormal, ones, type Weights, type WeightTensors, zeros } from "../weights";
import { batchNormRelu } from "./batch-norm-relu";

/** Fresh weights of `convolution`: a square kernel, and scale and shift of the normalization, which make a bias needless. */
export function convolutionWeights(
  layer: string,
  size: number,
  channelsIn: number,
  channelsOut: number,
  source: Random,
): Weights {
  return {
    [`${layer}.kernel`]: heNormal([size, size, channelsIn, channelsOut], source),
    [`${layer}.scale`]: ones([channelsOut]),
    [`${layer}.shift`]: zeros([channelsOut]),
  };
}

/**
 * Convolution over time and bands with strides, batch normalization, ReLU: rows x frames x bands x channels, zeros beyond the edges.
 * Strides instead of pooling make an epoch twice as fast.
 */
export function convolution(
  x: tf.Tensor4D,
  layer: string,
  strides: [number, number],
  weights: WeightTensors,
  training?: TrainingPass,
): tf.Tensor4D {
  const map = tf.conv2d(x, weights[`${layer}.kernel`] as tf.Tensor4D, strides, "same");
  return batchNormRelu(map, layer, weights, training);
}
