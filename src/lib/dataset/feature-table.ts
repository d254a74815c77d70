import type { Labelled } from "../corpus/fold";
import type { Matrix } from "../frames/matrix";

/**
 * A corpus seen through a feature set: one row per recording, in the corpus's order (sorted by `file`).
 * Rows are vectors of one value per column, or matrices of frames x columns.
 */
export interface FeatureTable<X extends Float64Array | Matrix = Float64Array | Matrix> {
  /** Name and version of the feature set, or the file name of a table made elsewhere. */
  readonly set: string;
  readonly columns: readonly string[];
  readonly recordings: readonly Labelled[];
  readonly rows: readonly X[];
}
