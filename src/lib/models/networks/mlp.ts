import { dense, denseWeights } from "./layers/dense";
import { dropout } from "./layers/dropout";
import { relu } from "./layers/relu";
import type { Network, Training } from "./network";
import { stack } from "./stack";
import { trainingLength } from "./training-length";

export interface MlpOptions extends Partial<Training> {
  /** Units of each hidden layer; default [128]. */
  readonly hidden?: readonly number[];
  /** Part of the hidden units dropped in training; default .5. */
  readonly dropout?: number;
}

const defaults = {
  epochs: trainingLength.mlp.epochs,
  batchSize: 32,
  peakRate: 0.004,
  weightDecay: 0.05,
  labelSmoothing: 0.1,
  mixup: 0,
  innerShare: 0,
  members: trainingLength.mlp.members,
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
      const hidden = layers.map((layer, i) => denseWeights(layer, sizes[i], sizes[i + 1], source));
      const output = denseWeights("output", sizes[layers.length], classes, source, 0.1);
      return Object.assign({}, ...hidden, output);
    },
    trainingBatch: (rows) => stack(rows),
    predictionBatches: (rows) => (rows.length > 0 ? [stack(rows)] : []),
    scores(weights, input, training) {
      const top = layers.reduce(
        (x, layer) => dropout(relu(dense(x, layer, weights)), options.dropout, training),
        input,
      );
      return dense(top, "output", weights);
    },
  };
}
