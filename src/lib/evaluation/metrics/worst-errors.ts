import type { OutOfFoldPrediction } from "../evaluation";

/** A wrong decision and how wrong the model was. */
export interface WorstError extends OutOfFoldPrediction {
  /** Of the wrong decision. */
  readonly probability: number;
  /** Probability of the wrong decision minus that of the truth: 1 means sure of the wrong one. */
  readonly excess: number;
}

/**
 * The wrong decisions of which the model was surest, worst first: what to listen to.
 *
 * @param labels the order of the probabilities
 * @example worstErrors(chance.predictions, chance.record.confusion.labels, 5).length // 5
 */
export function worstErrors(
  predictions: readonly OutOfFoldPrediction[],
  labels: readonly string[],
  count: number,
): WorstError[] {
  const of = ({ probabilities }: OutOfFoldPrediction, label: string) =>
    probabilities[labels.indexOf(label)] ?? 0;
  return predictions
    .filter(({ emotion, predicted }) => emotion !== predicted)
    .map((one) => ({ ...one, probability: of(one, one.predicted) }))
    .map((one) => ({ ...one, excess: one.probability - of(one, one.emotion) }))
    .sort((a, b) => b.excess - a.excess || (a.file < b.file ? -1 : 1))
    .slice(0, count);
}
