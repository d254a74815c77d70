/** One split into a training and a test part, as indices into the recordings (ascending). */
export interface Fold {
  /** The speaker left out, or the fold's number. */
  readonly name: string;
  readonly train: readonly number[];
  readonly test: readonly number[];
}
