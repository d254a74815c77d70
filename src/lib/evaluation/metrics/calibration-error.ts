import { checkSameLength, InputError } from "../../check";

/** Decisions whose probability lies in one stretch of 0..1. */
export interface CalibrationBin {
  /** Mean probability of the decided label; 0 in an empty bin. */
  readonly confidence: number;
  /** Part of the decisions that were right; 0 in an empty bin. */
  readonly accuracy: number;
  readonly count: number;
}

/**
 * Decisions by how sure they were, in `bins` equal stretches of 0..1, each without its lower and
 * with its upper end.
 *
 * @param confidences probability that the model gave to the label it decided for
 * @param right whether each decision was right
 * @param bins default 10
 * @throws InputError for empty lists, and for lists of different length
 * @example calibrationBins([0.2, 0.9], [true, true], 2).map(({ count }) => count) // [1, 1]
 */
export function calibrationBins(
  confidences: readonly number[],
  right: readonly boolean[],
  bins = 10,
): CalibrationBin[] {
  checkSameLength("confidences", confidences, "decisions", right);
  if (confidences.length === 0) throw new InputError("there are no predictions to score");
  const members: number[][] = Array.from({ length: bins }, () => []);
  confidences.forEach((confidence, i) => {
    members[Math.min(Math.max(Math.ceil(confidence * bins) - 1, 0), bins - 1)].push(i);
  });
  return members.map((inBin) => {
    const count = inBin.length;
    const mean = (of: (i: number) => number) =>
      count ? inBin.reduce((sum, i) => sum + of(i), 0) / count : 0;
    return { count, confidence: mean((i) => confidences[i]), accuracy: mean((i) => Number(right[i])) };
  });
}

/**
 * Expected calibration error: Σ over bins of count / n · |accuracy - confidence| (Guo et al. 2017,
 * equation 3), with 10 bins; the confidence is the probability of the decided label. 0 is perfect.
 *
 * @throws InputError for empty lists, and for lists of different length
 * @example calibrationError([0.9, 0.9], [true, false]) // 0.4
 */
export function calibrationError(confidences: readonly number[], right: readonly boolean[]): number {
  const bins = calibrationBins(confidences, right);
  const gaps = bins.map(({ count, accuracy, confidence }) => count * Math.abs(accuracy - confidence));
  return gaps.reduce((sum, gap) => sum + gap, 0) / confidences.length;
}
