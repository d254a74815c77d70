import * as tf from "@tensorflow/tfjs";
import type { TrainingPass } from "../network";
import type { WeightTensors } from "../weights";

/** Added to variances, so that a silent channel divides by no zero. */
const epsilon = 1e-3;

/**
 * Batch normalization of each channel (Ioffe & Szegedy 2015), then ReLU: max(0, scale x (x - mean) / deviation + shift). Statistics are
 * those of the batch in training, and the running ones, `layer.mean` and `layer.variance`, in prediction.
 *
 * One operation with its gradient written out, on rows x channels: the library's own takes some forty kernel calls each way.
 *
 * @param weights with `layer.scale` and `layer.shift`
 */
export function batchNormRelu(
  x: tf.Tensor4D,
  layer: string,
  weights: WeightTensors,
  training?: TrainingPass,
): tf.Tensor4D {
  const scale = weights[`${layer}.scale`];
  const shift = weights[`${layer}.shift`];
  if (training)
    return inTraining(x, scale, shift, (mean, variance) => training.observe(layer, mean, variance));
  const slope = tf.mul(scale, tf.rsqrt(tf.add(weights[`${layer}.variance`], epsilon)));
  const offset = tf.sub(shift, tf.mul(weights[`${layer}.mean`], slope));
  return tf.relu(tf.add(tf.mul(x, slope), offset)) as tf.Tensor4D;
}

function inTraining(
  x: tf.Tensor4D,
  scale: tf.Tensor,
  shift: tf.Tensor,
  observe: (mean: Float32Array, variance: Float32Array) => void,
): tf.Tensor4D {
  const normalise = tf.customGrad((...inputs) => {
    const [map, gamma, beta, save] = inputs as [tf.Tensor4D, tf.Tensor, tf.Tensor, tf.GradSaveFunc];
    const flat = tf.reshape(map, [-1, map.shape[3]]);
    const mean = tf.mean(flat, 0);
    const centred = tf.sub(flat, mean);
    const variance = tf.mean(tf.square(centred), 0);
    observe(mean.dataSync() as Float32Array, variance.dataSync() as Float32Array);
    const inverse = tf.rsqrt(tf.add(variance, epsilon));
    const output = tf.relu(tf.add(tf.mul(centred, tf.mul(inverse, gamma)), beta));
    save([centred, inverse, gamma, output]);
    return { value: tf.reshape(output, map.shape), gradFunc };
  });
  return normalise(x, scale, shift) as tf.Tensor4D;
}

/** Slopes by input, scale and shift (equations on page 4 of the paper, those of variance and mean put in). */
function gradFunc(dy: tf.Tensor, [centred, inverse, scale, output]: tf.Tensor[]): tf.Tensor[] {
  const [rows, channels] = centred.shape;
  const slope = tf.mul(tf.reshape(dy, [rows, channels]), tf.sign(output));
  const shiftSlope = tf.sum(slope, 0);
  const alongCentred = tf.sum(tf.mul(slope, centred), 0);
  const perRow = tf.div(tf.mul(tf.square(inverse), alongCentred), rows);
  const free = tf.sub(tf.sub(slope, tf.mul(centred, perRow)), tf.div(shiftSlope, rows));
  const inputSlope = tf.mul(free, tf.mul(inverse, scale));
  return [tf.reshape(inputSlope, dy.shape), tf.mul(alongCentred, inverse), shiftSlope];
}
