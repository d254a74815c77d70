import * as tf from "@tensorflow/tfjs";
import type { Random } from "../../../numbers/random";
import type { TrainingPass } from "../network";
import { heNormal, ones, type Weights, type WeightTensors, zeros } from "../weights";
import { batchNormRelu } from "./batch-norm-relu";
import { relu } from "./relu";

/** Fresh weights of `convolution`: a square kernel and a bias. */
export function convolutionWeights(
  layer: string,
  size: number,
  channelsIn: number,
  channelsOut: number,
  source: Random,
): Weights {
  return {
    [`${layer}.kernel`]: heNormal([size, size, channelsIn, channelsOut], source),
    [`${layer}.bias`]: zeros([channelsOut]),
  };
}

/**
 * Convolution over time and bands with strides, and ReLU: rows x frames x bands x channels, zeros
 * beyond the edges.
 */
export function convolution(
  x: tf.Tensor4D,
  layer: string,
  strides: [number, number],
  weights: WeightTensors,
): tf.Tensor4D {
  return relu(tf.add(convolve(x, layer, strides, weights), weights[`${layer}.bias`])) as tf.Tensor4D;
}

/**
 * Fresh weights of `normalizedConvolution`: a square kernel, and scale and shift of the
 * normalization, which make a bias needless.
 */
export function normalizedConvolutionWeights(
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
 * The same with batch normalization before the ReLU in training, and with the kernel and bias
 * folded from it in prediction.
 */
export function normalizedConvolution(
  x: tf.Tensor4D,
  layer: string,
  strides: [number, number],
  weights: WeightTensors,
  training?: TrainingPass,
): tf.Tensor4D {
  if (!training) return convolution(x, layer, strides, weights);
  const map = convolve(x, layer, strides, weights);
  return batchNormRelu(map, layer, weights, (...seen) => training.observe(...seen));
}

function convolve(
  x: tf.Tensor4D,
  layer: string,
  strides: [number, number],
  weights: WeightTensors,
): tf.Tensor4D {
  return tf.conv2d(x, weights[`${layer}.kernel`] as tf.Tensor4D, strides, "same");
}
