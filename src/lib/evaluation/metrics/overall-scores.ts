import { macroAverage, weightedAverage } from "./class-averages";
import { scoresOfCounts } from "./class-scores";
import type { ConfusionMatrix } from "./confusion-matrix";
import { uarOfCounts } from "./uar";

/** The scores that every run reports with intervals. */
export interface OverallScores {
  readonly uar: number;
  readonly accuracy: number;
  readonly macroPrecision: number;
  readonly macroF1: number;
  readonly weightedPrecision: number;
  readonly weightedRecall: number;
  readonly weightedF1: number;
}

/**
 * All scores that a confusion matrix gives, as scikit-learn computes them from its recordings: UAR
 * averages the labels that occur among the truths, the other macro averages those that occur among
 * truths or predictions.
 */
export function overallScores(matrix: ConfusionMatrix): OverallScores {
  const { counts } = matrix;
  const occurring = scoresOfCounts(matrix).filter(
    (score, c) => score.support > 0 || counts.some((row) => row[c] > 0),
  );
  const accuracy = weightedAverage(occurring, "recall");
  return {
    uar: uarOfCounts(counts),
    accuracy,
    macroPrecision: macroAverage(occurring, "precision"),
    macroF1: macroAverage(occurring, "f1"),
    weightedPrecision: weightedAverage(occurring, "precision"),
    weightedRecall: accuracy,
    weightedF1: weightedAverage(occurring, "f1"),
  };
}
