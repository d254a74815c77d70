import type { Row } from "../features/row";

/**
 * The label that a model decides for, and its probabilities in the order of the model's `labels`.
 */
export interface Prediction {
  readonly label: string;
  readonly probabilities: readonly number[];
}

/** What a fit may need beside rows and labels. */
export interface FitContext {
  /** Seeds initialisation, order, dropout, augmentation and calibration. */
  readonly seed: number;
  /** Speaker of each row: inner splits (early stopping, calibration) never share one. */
  readonly speakers: readonly string[];
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

/** Training loss and inner UAR per epoch, of models that learn in epochs. */
export interface TrainingHistory {
  readonly loss: readonly number[];
  readonly innerUar?: readonly number[];
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
  fit(rows: readonly X[], labels: readonly string[], context: FitContext): Promise<this>;
  predict(rows: readonly X[]): Promise<Prediction[]>;
  save(): ClassifierState;
}
