import type { TrainingHistory } from "../models/classifier";
import type { GridPoint } from "../models/model-family";

/** The decision on one recording by the model that never saw its speaker (or, under a random split, its file). */
export interface OutOfFoldPrediction {
  readonly file: string;
  readonly fold: string;
  readonly speaker: string;
  readonly emotion: string;
  readonly predicted: string;
  /** In the order of `Evaluation.labels`. */
  readonly probabilities: readonly number[];
}

/** What happened in one fold. */
export interface FoldOutcome {
  readonly fold: string;
  readonly testSpeakers: readonly string[];
  readonly trainRecordings: number;
  readonly testRecordings: number;
  /** Options chosen by the inner search, such as {C: 0.1}; empty without one. */
  readonly chosen: GridPoint;
  /** Of networks. */
  readonly history?: TrainingHistory;
}

/** A cross-validated model: pooled out-of-fold predictions, sorted by file, each recording once. */
export interface Evaluation {
  readonly labels: readonly string[];
  readonly predictions: readonly OutOfFoldPrediction[];
  readonly folds: readonly FoldOutcome[];
}
