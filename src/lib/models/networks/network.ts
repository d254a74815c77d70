import type * as tf from "@tensorflow/tfjs";
import type { Row } from "../../features/row";
import type { Random } from "../../numbers/random";
import type { Weights, WeightTensors } from "./weights";

/** Numbers on their way into a network, several rows at once. */
export interface Batch {
  /** Rows first, then the dimensions of a row. */
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** What a forward pass is given in training only. */
export interface TrainingPass {
  /** Draws dropout masks. */
  readonly source: Random;
  /** Takes in the statistics of a batch, per channel of a layer. */
  observe(layer: string, mean: Float32Array, variance: Float32Array): void;
}

/** How a network is trained. */
export interface Training {
  /** Passes over the training rows. */
  readonly epochs: number;
  /** Rows per update. */
  readonly batchSize: number;
  /** Highest rate of the one-cycle schedule. */
  readonly peakRate: number;
  readonly weightDecay: number;
  /** Part of each target that is spread over all classes (Szegedy et al. 2016); 0 for none. */
  readonly labelSmoothing: number;
  /** Parameter of mixup's beta distribution; 0 for none. */
  readonly mixup: number;
  /**
   * Part of the training speakers held out for early stopping; 0 trains on all, to the last epoch.
   */
  readonly innerShare: number;
  /** Networks trained from different seeds, whose probabilities are averaged. */
  readonly members: number;
}

/** A kind of network: what goes in, what it learns, and how the one becomes class scores. */
export interface Network<X extends Row> {
  /** Name of the model, such as "cnn". */
  readonly name: string;
  /** All options with their defaults filled in, as saved with the model. */
  readonly options: Training;
  /** What every row goes through once, before training or prediction; says what it refuses. */
  prepare(row: X): X;
  /** Fresh weights for rows with this many columns. */
  initialise(columns: number, classes: number, source: Random): Weights;
  /** Prepared rows as a training batch, augmented. */
  trainingBatch(rows: readonly X[], source: Random): Batch;
  /** Prepared rows as batches for prediction, in order. */
  predictionBatches(rows: readonly X[]): Batch[];
  /** Class scores (rows x classes) before the softmax. */
  scores(weights: WeightTensors, input: tf.Tensor, training?: TrainingPass): tf.Tensor2D;
}
