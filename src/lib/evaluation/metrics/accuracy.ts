import { checkSameLength, InputError } from "../../check";

/**
 * The part of the recordings whose label is right (scikit-learn's `accuracy_score`).
 *
 * @throws InputError for empty lists, and for lists of different length
 * @example accuracy(["a", "a", "b"], ["a", "b", "b"]) // 0.667
 */
export function accuracy(truths: readonly string[], predicted: readonly string[]): number {
  checkSameLength("truths", truths, "predictions", predicted);
  if (truths.length === 0) throw new InputError("there are no predictions to score");
  return truths.filter((truth, i) => truth === predicted[i]).length / truths.length;
}
