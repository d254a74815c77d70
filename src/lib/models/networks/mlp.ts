import * as tf from "@tensorflow/tfjs";
import { dropout } from "./layers/dropout";
import { relu } from "./layers/relu";
import type { Network, Training } from "./network";
import { stack } from "./training-run";
import { heNormal, zeros } from "./weights";

export interface MlpOptions extends Partial<Training> {
  /** Units of each hidden layer; default [128]. */
  readonly hidden?: readonly number[];
  /** Part of the hidden units dropped in training; default .5. */
  readonly dropout?: number;
}

const defaults = {
  epochs: 60,
  batchSize: 16,
  peakRate: 0.002,
  weightDecay: 0.05,
  labelSmoothing: 0.1,
  mixup: 0,
  innerShare: 0,
  hidden: [128],
  dropout: 0.5,
} as const;

/**
 * A multilayer perceptron on vectors of functionals: ReLU layers with dropout, then class scores.
 *
 * @example new NetworkClassifier(mlp({ hidden: [64, 64] }))
 */
export function mlp(given: MlpOptions = {}): Network<Float64Array> {
  const options = { ...defaults, ...given };
  const layers = options.hidden.map((_, i) => `hidden${i + 1}`);
  return {
    name: "mlp",
    options,
    prepare: (row) => row,
    initialise(columns, classes, source) {
      const sizes = [columns, ...options.hidden, classes];
      const kernels = [...layers, "output"].map((layer, i) => [
        [`${layer}.kernel`, heNormal([sizes[i], sizes[i + 1]], source)],
        [`${layer}.bias`, zeros([sizes[i + 1]])],
      ]);
      return Object.fromEntries(kernels.flat());
    },
    trainingBatch: (rows) => stack(rows),
    predictionBatches: (rows) => (rows.length > 0 ? [stack(rows)] : []),
    scores(weights, input, training) {
      const dense = (x: tf.Tensor, layer: string) =>
        tf.add(
          tf.matMul(x as tf.Tensor2D, weights[`${layer}.kernel`] as tf.Tensor2D),
          weights[`${layer}.bias`],
        );
      const top = layers.reduce(
        (x, layer) => dropout(relu(dense(x, layer)), options.dropout, training),
        input,
      );
      return dense(top, "output") as tf.Tensor2D;
    },
  };
}
