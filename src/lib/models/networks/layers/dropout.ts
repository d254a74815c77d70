import * as tf from "@tensorflow/tfjs";
import type { TrainingPass } from "../network";

/**
 * Sets a part `rate` of the values to zero and scales up the rest (Srivastava et al. 2014). The
 * mask comes from the seeded source, new at every call: the library's own seeded dropout draws one
 * mask for ever.
 *
 * @param training Absent outside training, where nothing is dropped.
 * @example dropout(tf.ones([1, 4]), 0.5) // [[1, 1, 1, 1]]
 */
export function dropout<T extends tf.Tensor>(x: T, rate: number, training: TrainingPass | undefined): T {
  if (!training || rate === 0) return x;
  const mask = new Float32Array(x.size).map(() => (training.source.uniform() < rate ? 0 : 1 / (1 - rate)));
  return tf.mul(x, tf.tensor(mask, x.shape));
}
