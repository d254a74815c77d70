/** One split into a training and a test part, as indices into the recordings (ascending). */
export interface Fold {
  /** The speaker left out, or the fold's number. */
  readonly name: string;
  readonly train: readonly number[];
  readonly test: readonly number[];
  /** What options are chosen on and training is stopped by; never trained on. */
  readonly development?: readonly number[];
  /** Of repeated folds, from 1: within a repeat each recording is tested once. */
  readonly repeat?: number;
}
