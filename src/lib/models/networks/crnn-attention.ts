import * as tf from "@tensorflow/tfjs";
import type { Matrix } from "../../numbers/matrix";
import type { NetworkAugmentation } from "./augmentation/augment";
import { attentiveStatistics, attentiveStatisticsWeights } from "./layers/attentive-statistics";
import {
  convolution,
  convolutionWeights,
  normalizedConvolution,
  normalizedConvolutionWeights,
} from "./layers/convolution";
import { dense, denseWeights } from "./layers/dense";
import { dropout } from "./layers/dropout";
import { relu } from "./layers/relu";
import { selfAttention, selfAttentionWeights } from "./layers/self-attention";
import type { Network, Training } from "./network";
import { poolMatrix } from "./pool-matrix";
import { gentleAugmentation, predictionBatches, trainingBatch } from "./training/matrix-batches";
import { trainingLength } from "./training-length";

export interface CrnnAttentionOptions extends Partial<Training> {
  /** Units per frame after the front end; a multiple of `heads`. Default 64. */
  readonly units?: number;
  /** Heads of the self-attention; default 2. */
  readonly heads?: number;
  /** Part of the pooled statistics dropped in training; default .3. */
  readonly dropout?: number;
  /**
   * Frames of a training crop, after pooling; default 150, 3 s of logmel-v1. Shorter recordings are
   * padded with zeros.
   */
  readonly cropFrames?: number;
  /** Beside SpecAugment; default speed .1, bands 1, level .3, no noise. */
  readonly augmentation?: Partial<NetworkAugmentation>;
}

const defaults = {
  epochs: trainingLength["crnn-attention"].epochs,
  batchSize: 32,
  peakRate: 0.004,
  weightDecay: 0.01,
  labelSmoothing: 0,
  mixup: 0,
  innerShare: 0,
  members: trainingLength["crnn-attention"].members,
  units: 64,
  heads: 2,
  dropout: 0.3,
  cropFrames: 150,
} as const;

/**
 * Channels of the front end; with its strides, 80 ms a frame and an eighth of the bands are left.
 */
const [first, second, third] = [16, 32, 48];

/**
 * A network that keeps the order of time on normalised log-mel matrices (frames x bands) of any
 * duration: cells averaged two by two, three convolutions, a dense layer per frame, self-attention
 * over the frames, attentive statistics pooling, dropout, class scores.
 *
 * @example (await createModel("crnn-attention", {})).labels // []
 */
export function crnnAttention(given: CrnnAttentionOptions = {}): Network<Matrix> {
  const options = { ...defaults, ...given, augmentation: { ...gentleAugmentation, ...given.augmentation } };
  const { units, heads } = options;
  return {
    name: "crnn-attention",
    options,
    prepare: (matrix) => poolMatrix(matrix, 2, 2),
    initialise(columns, classes, source) {
      const bands = Math.ceil(Math.floor(columns / 2) / 8);
      return {
        ...convolutionWeights("conv1", 5, 1, first, source),
        ...normalizedConvolutionWeights("conv2", 3, first, second, source),
        ...normalizedConvolutionWeights("conv3", 3, second, third, source),
        ...denseWeights("frame", bands * third, units, source),
        ...selfAttentionWeights("attention", units, source),
        ...attentiveStatisticsWeights("pool", units, source),
        ...denseWeights("output", 2 * units, classes, source, 0.1),
      };
    },
    trainingBatch: (rows, source) => trainingBatch(rows, options.cropFrames, options.augmentation, source),
    predictionBatches: (rows) => predictionBatches(rows, options.cropFrames),
    scores(weights, input, training) {
      const low = convolution(input as tf.Tensor4D, "conv1", [2, 2], weights);
      const middle = normalizedConvolution(low, "conv2", [2, 2], weights, training);
      const map = normalizedConvolution(middle, "conv3", [1, 2], weights, training);
      const [rows, frames, bands, channels] = map.shape;
      const perFrame = relu(dense(tf.reshape(map, [rows * frames, bands * channels]), "frame", weights));
      const sequence = tf.reshape(perFrame, [rows, frames, units]) as tf.Tensor3D;
      const pooled = attentiveStatistics(
        selfAttention(sequence, "attention", heads, weights),
        "pool",
        weights,
      );
      return dense(dropout(pooled, options.dropout, training), "output", weights);
    },
  };
}
