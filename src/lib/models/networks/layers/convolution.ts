import * as tf from "@tensorflow/tfjs";
import type { Random } from "../../../random";
import type { TrainingPass } from "../network";
import { heNormal, ones, type Weights, type WeightTensors, zeros } from "../weights";
import { batchNormRelu } from "./batch-norm-relu";
import { relu } from "./relu";

/** Fresh weights of `firstConvolution`: a square kernel on the one channel of the input, and a bias. */
export function firstConvolutionWeights(
  layer: string,
  size: number,
  channels: number,
  source: Random,
): Weights {
  return {
    [`${layer}.kernel`]: heNormal([size, size, 1, channels], source),
    [`${layer}.bias`]: zeros([channels]),
  };
}

/**
 * Convolution over time and bands with stride 2, ReLU: rows x frames x bands x 1. Not normalised, as the input is; on the largest map
 * of all that would take a third of the training.
 */
export function firstConvolution(x: tf.Tensor4D, layer: string, weights: WeightTensors): tf.Tensor4D {
  const map = tf.conv2d(x, weights[`${layer}.kernel`] as tf.Tensor4D, 2, "same");
  return relu(tf.add(map, weights[`${layer}.bias`])) as tf.Tensor4D;
}

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
