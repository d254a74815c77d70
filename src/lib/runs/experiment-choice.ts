import type { Augmentation } from "../dataset/altered/augmentation";
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
  /** How training recordings are varied, by kind: "noise", "mixup"; default: not at all. */
  readonly augment?: readonly Augmentation[];
  /** Conditions under which each fold's model is tested as well: "white:20"; default: none. */
  readonly stress?: readonly string[];
  /** Columns of the corpus by whose values the scores are told; default: none. */
  readonly groups?: readonly string[];
  /** Files of noise, for the condition "noise". */
  readonly noiseFiles?: readonly string[];
}
