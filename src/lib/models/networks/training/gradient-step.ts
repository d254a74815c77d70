import * as tf from "@tensorflow/tfjs";
import type { Row } from "../../../features/row";
import type { Batch, Network, TrainingPass } from "../network";
import { toTensors, type Weights } from "../weights";

/** Loss of one batch and its slope by every weight. */
export interface LossAndGradients {
  readonly loss: number;
  readonly gradients: Readonly<Record<string, Float32Array>>;
}

/**
 * Cross-entropy of a batch, each row weighted by the sum of its targets (so that class weights go
 * into the targets), divided by the number of rows; and its gradients by back-propagation. Leaves
 * no tensor behind.
 */
export function lossAndGradients<X extends Row>(
  network: Network<X>,
  weights: Weights,
  inputs: Batch,
  targets: Batch,
  training: TrainingPass,
): LossAndGradients {
  const names = Object.keys(weights);
  const lossOf =
    (input: tf.Tensor, target: tf.Tensor) =>
    (...tensors: tf.Tensor[]) => {
      const named = Object.fromEntries(names.map((name, i) => [name, tensors[i]]));
      const logProbabilities = tf.logSoftmax(network.scores(named, input, training));
      return tf.div(tf.neg(tf.sum(tf.mul(logProbabilities, target))), inputs.shape[0]) as tf.Scalar;
    };
  let result: LossAndGradients = { loss: Number.NaN, gradients: {} };
  // Assigned, not returned: tidy would search a returned array for tensors, number by number.
  tf.tidy(() => {
    const slopes = tf.valueAndGrads(lossOf(toTensor(inputs), toTensor(targets)));
    const { value, grads } = slopes(Object.values(toTensors(weights)));
    const gradients = names.map((name, i) => [name, grads[i].dataSync() as Float32Array]);
    result = { loss: value.dataSync()[0], gradients: Object.fromEntries(gradients) };
  });
  return result;
}

/** A batch as a tensor; the caller owns it. */
export function toTensor({ values, shape }: Batch): tf.Tensor {
  return tf.tensor(values, [...shape]);
}
