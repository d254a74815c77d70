import * as tf from "@tensorflow/tfjs";
import type { Random } from "../../../numbers/random";
import { heNormal, type Weights, type WeightTensors, zeros } from "../weights";

/** Fresh weights of `dense`; `gain` as in `heNormal`. */
export function denseWeights(
  layer: string,
  unitsIn: number,
  unitsOut: number,
  source: Random,
  gain = 1,
): Weights {
  return {
    [`${layer}.kernel`]: heNormal([unitsIn, unitsOut], source, gain),
    [`${layer}.bias`]: zeros([unitsOut]),
  };
}

/** x kernel + bias for rows x units. */
export function dense(x: tf.Tensor, layer: string, weights: WeightTensors): tf.Tensor2D {
  const product = tf.matMul(x as tf.Tensor2D, weights[`${layer}.kernel`] as tf.Tensor2D);
  return tf.add(product, weights[`${layer}.bias`]);
}
