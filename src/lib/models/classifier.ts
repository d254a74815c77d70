import type { Row } from "../features/row";

/** What a model decides of one row. */
export interface Prediction {
  /** One of the model's `labels`, and of the highest probability. */
  readonly label: string;
  /** One per label in the order of the model's `labels`, from 0 to 1; they add up to 1. */
  readonly probabilities: readonly number[];
}

/** What a fit may need beside rows and labels. */
export interface FitContext {
  /** Seeds initialisation, order, dropout, augmentation and calibration. */
  readonly seed: number;
  /**
   * Speaker of each row, as many as rows: inner splits (early stopping, calibration) never share
   * one.
   */
  readonly speakers: readonly string[];
  /** Recordings by which training is stopped, where they are given; never trained on. */
  readonly development?: { readonly rows: readonly Row[]; readonly labels: readonly string[] };
  /**
   * Rows to be judged after every epoch, for `history.watched` alone: nothing is learned from them,
   * and nothing chosen. Models that do not learn in epochs pay no heed.
   */
  readonly watched?: { readonly rows: readonly Row[]; readonly labels: readonly string[] };
  /** Called as a long fit goes on; `done` of `total` steps, `note` such as "epoch 3, loss 0.71". */
  readonly onProgress?: (done: number, total: number, note: string) => void;
}

/**
 * A fitted model as plain settings (JSON) and named numbers; what storage writes and
 * `loadClassifier` reads.
 */
export interface ClassifierState {
  readonly model: string;
  readonly labels: readonly string[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly weights: Readonly<
    Record<string, { readonly shape: readonly number[]; readonly values: Float32Array | Float64Array }>
  >;
}

/** One value per epoch, of models that learn in epochs. */
export interface TrainingHistory {
  /** Mean cross entropy of the training rows, in nats. */
  readonly loss: readonly number[];
  /** UAR from 0 to 1 on the inner held-out speakers, where there are enough of them. */
  readonly innerUar?: readonly number[];
  /** Of the watched rows, where there are any. */
  readonly watched?: {
    /** Mean cross entropy, in nats. */
    readonly loss: readonly number[];
    /** From 0 to 1. */
    readonly uar: readonly number[];
  };
}

/**
 * The one contract of all models: options in the constructor, data in `fit`, probabilities out,
 * label order owned by the model. A second `fit` forgets the first.
 */
export interface Classifier<X extends Row = Row> {
  /** Sorted in ascending order; known after `fit`. */
  readonly labels: readonly string[];
  /** Learning curves of the last fit. */
  readonly history?: TrainingHistory;
  /**
   * Learns from rows x columns and one label a row, most models need two different ones; matrices
   * may differ in their frames, not in their columns.
   *
   * @returns itself, fitted
   * @throws InputError for no rows, a number that is not finite, or counts that differ
   */
  fit(rows: readonly X[], labels: readonly string[], context: FitContext): Promise<this>;
  /**
   * Decides each row by itself, in the order of the rows; the columns are those of the fit.
   *
   * @throws InputError before `fit`, or for another number of columns
   */
  predict(rows: readonly X[]): Promise<Prediction[]>;
  /** What was learned, for `loadClassifier`, which predicts the same to the last bit. */
  save(): ClassifierState;
}
