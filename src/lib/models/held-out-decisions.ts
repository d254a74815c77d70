/** What a fitted model says of rows that it has not seen, before calibration. */
export interface HeldOutDecisions {
  /** Labels of the training rows, ascending. */
  readonly labels: readonly string[];
  /** The label decided for, per held-out row. */
  readonly predicted: readonly string[];
  /** Per held-out row, one score per label; the higher the likelier. */
  readonly scores: readonly (readonly number[])[];
  /**
   * Per held-out row, one decision per pair of labels (0-1, 0-2, ..., 1-2, ...); of models that
   * decide by pairs.
   */
  readonly pairs?: readonly Float64Array[];
}

/** The same beside the true labels of the held-out rows. */
export interface JudgedDecisions extends HeldOutDecisions {
  readonly truths: readonly string[];
}

/**
 * A model whose probabilities are fitted to decisions on rows held out by speaker, after its own
 * `fit`.
 */
export interface Calibratable {
  calibrate(heldOut: readonly JudgedDecisions[]): void;
}
