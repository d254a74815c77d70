import * as tf from "@tensorflow/tfjs";
import type { TrainingPass } from "../network";
import type { WeightTensors } from "../weights";

/** Added to variances, so that a silent channel divides by no zero. */
export const smallestVariance = 1e-3;

/**
 * Batch normalization of each channel (Ioffe & Szegedy 2015), then ReLU: max(0, scale x (x - mean)
 * / deviation + shift), with mean and deviation of the batch. For training; in prediction
 * `foldNormalization` has made kernel and bias of it.
 *
 * One operation with its gradient written out, in as few passes over the map as there are kernels
 * for: the library's own differentiates every step of it.
 *
 * @param weights with `layer.scale` and `layer.shift`
 * @param observe Takes in the mean and the variance of each channel.
 */
export function batchNormRelu(
  x: tf.Tensor4D,
  layer: string,
  weights: WeightTensors,
  observe: TrainingPass["observe"],
): tf.Tensor4D {
  const operation = tf.customGrad((...inputs) => {
    const [map, gamma, beta, save] = inputs as [tf.Tensor4D, tf.Tensor1D, tf.Tensor1D, tf.GradSaveFunc];
    const mean = tf.mean<tf.Tensor1D>(map, [0, 1, 2]);
    const variance = tf.mean<tf.Tensor1D>(tf.squaredDifference(map, mean), [0, 1, 2]);
    observe(layer, mean.dataSync() as Float32Array, variance.dataSync() as Float32Array);
    const output = tf.relu(normalise(map, mean, variance, beta, gamma));
    save([map, mean, variance, gamma, output]);
    return { value: output, gradFunc };
  });
  return operation(x, weights[`${layer}.scale`], weights[`${layer}.shift`]) as tf.Tensor4D;
}

/**
 * Slopes by input, scale and shift (equations on page 4 of the paper, those of variance and mean
 * put in).
 */
function gradFunc(dy: tf.Tensor, saved: tf.Tensor[]): tf.Tensor[] {
  const [x, mean, variance, scale, output] = saved as [tf.Tensor4D, ...tf.Tensor1D[]];
  const inverse = tf.rsqrt(tf.add(variance, smallestVariance));
  const slope = tf.mul(dy, tf.sign(output));
  const shiftSlope = tf.sum(slope, [0, 1, 2]);
  const scaleSlope = tf.mul(tf.sub(tf.sum(tf.mul(slope, x), [0, 1, 2]), tf.mul(mean, shiftSlope)), inverse);
  const factor = tf.mul(scale, inverse);
  const perValue = tf.div(factor, -x.size / scale.size);
  const centring = normalise(x, mean, variance, tf.mul(perValue, shiftSlope), tf.mul(perValue, scaleSlope));
  return [tf.add(tf.mul(slope, factor), centring), scaleSlope, shiftSlope];
}

/** scale (x - mean) / deviation + shift, in one kernel call. */
function normalise(
  x: tf.Tensor4D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
  shift: tf.Tensor1D,
  scale: tf.Tensor1D,
) {
  return tf.batchNorm(x, mean, variance, shift, scale, smallestVariance);
}
