import type { ModelOptions } from "../models/model-family";
import { trainingLengthOf } from "../models/networks/training-length";

/** An evaluation, as far as its time depends on it. */
export interface FitPlan {
  readonly model: string;
  readonly options?: ModelOptions;
  /** Recordings of the whole table. */
  readonly recordings: number;
  readonly folds: number;
}

/**
 * Measured processor seconds of one fold with its search on 4,500 rows of 88 columns, for models
 * whose time grows with the square of the rows.
 */
const machineSeconds: Readonly<Record<string, number>> = { "svm-linear": 6, "svm-rbf": 12 };
const measuredRows = 4500;

/** Measured processor seconds of a network for one recording in one epoch. */
const stepSeconds: Readonly<Record<string, number>> = { mlp: 1e-4, cnn: 1.4e-3, "crnn-attention": 2e-3 };

/**
 * About how many processor seconds an evaluation takes once its features are there: as measured on
 * one machine, so that others differ by a factor of two.
 *
 * @returns 0 for models that take minutes whatever the recordings
 * @example Math.round(fitSeconds({ model: "cnn", recordings: 5000, folds: 5 })) // 1680
 */
export function fitSeconds({ model, options = {}, recordings, folds }: FitPlan): number {
  const usual = trainingLengthOf(model);
  if (!usual) return folds * (machineSeconds[model] ?? 0) * (recordings / measuredRows) ** 2;
  const { epochs, members } = { ...usual, ...options } as typeof usual;
  const learned = recordings * (1 - 1 / folds);
  return folds * members * epochs * learned * stepSeconds[model];
}
