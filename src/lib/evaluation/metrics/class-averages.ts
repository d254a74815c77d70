import type { ClassScore } from "./class-scores";

/** Which score of a class is averaged. */
export type ClassMeasure = "precision" | "recall" | "f1";

/**
 * Every label counts the same: scikit-learn's average="macro".
 *
 * @example macroAverage(classScores(["a", "a", "b"], ["a", "b", "b"]), "recall") // 0.75
 */
export function macroAverage(scores: readonly ClassScore[], measure: ClassMeasure): number {
  return scores.reduce((sum, score) => sum + score[measure], 0) / scores.length;
}

/**
 * Every recording counts the same: scikit-learn's average="weighted". Weighted recall is accuracy.
 */
export function weightedAverage(scores: readonly ClassScore[], measure: ClassMeasure): number {
  const total = scores.reduce((sum, { support }) => sum + support, 0);
  return scores.reduce((sum, score) => sum + score.support * score[measure], 0) / total;
}
