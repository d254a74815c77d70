/** What a fold needs to know of a recording. */
export interface Labelled {
  readonly file: string;
  readonly speaker: string;
  readonly emotion: string;
  /** Further columns of the corpus, where it has them; official folds are read from here. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** One split into a training and a test part, as indices into the recordings (ascending). */
export interface Fold {
  /** The speaker left out, or the fold's number. */
  readonly name: string;
  readonly train: readonly number[];
  readonly test: readonly number[];
}
