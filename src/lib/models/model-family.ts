import type { Classifier, ClassifierState } from "./classifier";
import type { HeldOutDecisions } from "./held-out-decisions";

/**
 * Options of a model by name, as a command line, a notebook or a grid gives them; each model checks
 * its own.
 */
export type ModelOptions = Readonly<Record<string, unknown>>;

/** One choice of options in a grid, such as `{ C: 10, gamma: "scale" }`. */
export type GridPoint = Readonly<Record<string, number | string>>;

/** How a kind of model is made, and what it needs. */
export interface ModelFamily {
  /**
   * Version of the numbers behind the name. It is raised with every change of what a fit or its
   * search gives: runs that were made before are then made anew.
   */
  readonly numbers: number;
  /** The rows that it takes. */
  readonly takes: "vector" | "matrix" | "any";
  /**
   * Whether it computes with tensors, so that the caller chooses a backend first (`nodeBackend`
   * under Node).
   */
  readonly usesTensors?: boolean;
  /**
   * A new, unfitted model; loads its code when first called, so that an SVM does not wait for a
   * tensor library.
   */
  create(options: ModelOptions): Promise<Classifier>;
  /** A fitted model from what its `save` gave. */
  restore(state: ClassifierState): Promise<Classifier>;
  /**
   * The points that a search inside the training part tries, in this order; absent where the
   * defaults serve.
   */
  readonly grid?: readonly GridPoint[];
  /**
   * Fits the options of every point on the rows and decides on the held-out rows, where that is
   * faster than one by one.
   */
  readonly decideGrid?: (
    rows: readonly Float64Array[],
    labels: readonly string[],
    heldOut: readonly Float64Array[],
    points: readonly ModelOptions[],
  ) => HeldOutDecisions[];
}
