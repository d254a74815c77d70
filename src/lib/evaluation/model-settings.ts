import type { Row } from "../features/row";
import type { GridPoint, ModelOptions } from "../models/model-family";
import type { Normalization } from "../models/normalization/normalization";

/** Rows to learn from, with the label and the speaker of each. */
export interface LabelledRows {
  readonly rows: readonly Row[];
  readonly labels: readonly string[];
  readonly speakers: readonly string[];
}

/** How a model is fitted; plain values, so that they can go to a worker. */
export interface ModelSettings {
  /** A name that `createModel` knows. */
  readonly model: string;
  readonly options: ModelOptions;
  /**
   * Columns of each feature set where several stand side by side: after normalisation each set
   * weighs the same.
   */
  readonly blocks?: readonly number[];
  /** As `Normalizer.fit` takes it: for conditioned sets. */
  readonly bounded?: boolean;
  readonly normalize: Normalization;
  /** The points that the search inside the training part tries; empty for no search. */
  readonly grid: readonly GridPoint[];
  readonly seed: number;
  /** Whether rows are mixed before the fit; networks have an option of their own. */
  readonly mixup?: boolean;
}
