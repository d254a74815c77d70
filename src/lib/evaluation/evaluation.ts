import type { TrainingHistory } from "../models/classifier";
import type { GridPoint } from "../models/model-family";

/**
 * The decision on one recording by the model that never saw its speaker (or, under a random split,
 * its file).
 */
export interface OutOfFoldPrediction {
  readonly file: string;
  readonly fold: string;
  readonly speaker: string;
  readonly emotion: string;
  readonly predicted: string;
  /** In the order of `Evaluation.labels`. */
  readonly probabilities: readonly number[];
}

/** How well clusters of a test part are its speakers. */
export interface ClusterOutcome {
  readonly count: number;
  /** Share of the recordings whose speaker is the most frequent one of their cluster. */
  readonly purity: number;
}

/** What happened in one fold. */
export interface FoldOutcome {
  readonly fold: string;
  readonly testSpeakers: readonly string[];
  readonly trainRecordings: number;
  readonly testRecordings: number;
  /** What options were chosen on, where there was a development part. */
  readonly developmentRecordings?: number;
  /** Of repeated folds, from 1. */
  readonly repeat?: number;
  /** Options chosen by the inner search, such as {C: 0.1}; empty without one. */
  readonly chosen: GridPoint;
  /** What sounded like one speaker in the test part, where it was normalised by that. */
  readonly clusters?: ClusterOutcome;
  /** Of networks. */
  readonly history?: TrainingHistory;
}

/** What was decided on the same recordings under another condition. */
export interface StressedDecisions {
  /** Such as "white:20". */
  readonly condition: string;
  /** In the order of the recordings. */
  readonly predicted: readonly string[];
}

/** A cross-validated model: pooled out-of-fold predictions, sorted by file, each recording once. */
export interface Evaluation {
  readonly labels: readonly string[];
  readonly predictions: readonly OutOfFoldPrediction[];
  readonly folds: readonly FoldOutcome[];
  /** What was decided under other conditions, in the order of the predictions. */
  readonly stressed?: readonly StressedDecisions[];
}
