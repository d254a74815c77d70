import type * as tf from "@tensorflow/tfjs";
import type { Matrix } from "../../numbers/matrix";
import type { NetworkAugmentation } from "./augmentation/augment";
import {
  convolution,
  convolutionWeights,
  normalizedConvolution,
  normalizedConvolutionWeights,
} from "./layers/convolution";
import { dense, denseWeights } from "./layers/dense";
import { dropout } from "./layers/dropout";
import { meanMaxPool } from "./layers/mean-max-pool";
import type { Network, Training } from "./network";
import { poolMatrix } from "./pool-matrix";
import { noAugmentation, predictionBatches, trainingBatch } from "./training/matrix-batches";
import { trainingLength } from "./training-length";

export interface CnnOptions extends Partial<Training> {
  /** Channels of each convolution; every one halves time and bands. Default [16, 32, 64]. */
  readonly channels?: readonly number[];
  /** Part of the pooled channels dropped in training; default .3. */
  readonly dropout?: number;
  /**
   * Frames of a training crop, after pooling; default 150, 3 s of logmel-v1. Shorter recordings are
   * padded with zeros.
   */
  readonly cropFrames?: number;
  /** Beside SpecAugment; default none. */
  readonly augmentation?: Partial<NetworkAugmentation>;
}

const defaults = {
  epochs: trainingLength.cnn.epochs,
  batchSize: 32,
  peakRate: 0.005,
  weightDecay: 0.01,
  labelSmoothing: 0,
  mixup: 0,
  innerShare: 0,
  members: trainingLength.cnn.members,
  channels: [16, 32, 64],
  dropout: 0.3,
  cropFrames: 150,
} as const;

/**
 * A convolutional network on normalised log-mel matrices (frames x bands) of any duration: cells
 * averaged two by two, three convolutions with stride 2 and ReLU, batch normalization in all but
 * the first (whose map is the largest and whose input is normalised), mean and maximum of each
 * channel over the whole recording, dropout, class scores. 24,164 parameters with the default
 * channels and four classes.
 *
 * @example await (await createModel("cnn", { epochs: 1 })).fit([matrix, matrix], ["anger", "sadness"], {
 *   seed: 0,
 *   speakers: ["ann", "ben"],
 * })
 */
export function cnn(given: CnnOptions = {}): Network<Matrix> {
  const options = { ...defaults, ...given, augmentation: { ...noAugmentation, ...given.augmentation } };
  const layers = options.channels.map((_, i) => `conv${i + 1}`);
  return {
    name: "cnn",
    options,
    prepare: (matrix) => poolMatrix(matrix, 2, 2),
    initialise(_columns, classes, source) {
      const { channels } = options;
      const deeper = layers
        .slice(1)
        .map((layer, i) => normalizedConvolutionWeights(layer, 3, channels[i], channels[i + 1], source));
      return Object.assign(
        convolutionWeights(layers[0], 5, 1, channels[0], source),
        ...deeper,
        denseWeights("output", 2 * channels[channels.length - 1], classes, source, 0.1),
      );
    },
    trainingBatch: (rows, source) => trainingBatch(rows, options.cropFrames, options.augmentation, source),
    predictionBatches: (rows) => predictionBatches(rows, options.cropFrames),
    scores(weights, input, training) {
      const first = convolution(input as tf.Tensor4D, layers[0], [2, 2], weights);
      const map = layers
        .slice(1)
        .reduce((x, layer) => normalizedConvolution(x, layer, [2, 2], weights, training), first);
      return dense(dropout(meanMaxPool(map), options.dropout, training), "output", weights);
    },
  };
}
