import type { ModelOptions } from "../models/model-family";
import type { Normalization } from "../models/normalization/normalization";

/** What is tried; everything but the model has the default of the command line. */
export interface ExperimentChoice {
  readonly model: string;
  /** Default "loso". */
  readonly folds?: string;
  /** Default "train". */
  readonly normalize?: Normalization;
  /** Whether the model's grid is searched inside each training part; default true. */
  readonly search?: boolean;
  /** Default 0. */
  readonly seed?: number;
  readonly options?: ModelOptions;
}
