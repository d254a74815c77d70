import { checkSameLength, InputError } from "../../check";

/**
 * How often each true label (row) was taken for each label (column), both in the order of `labels`.
 */
export interface ConfusionMatrix {
  readonly labels: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

/**
 * Counts of true against predicted labels, as scikit-learn's `confusion_matrix`: rows are true,
 * columns predicted.
 *
 * @param labels Order of rows and columns; default: all labels of either list, ascending.
 * @throws InputError for empty lists, for lists of different length and for a label that `labels`
 *   lacks.
 *
 * @example confusionMatrix(["a", "a", "b"], ["a", "b", "b"]).counts // [[1, 1], [0, 1]]
 */
export function confusionMatrix(
  truths: readonly string[],
  predicted: readonly string[],
  labels: readonly string[] = [...new Set([...truths, ...predicted])].sort(),
): ConfusionMatrix {
  checkSameLength("truths", truths, "predictions", predicted);
  if (truths.length === 0) throw new InputError("there are no predictions to score");
  const position = new Map(labels.map((label, c) => [label, c]));
  const indexOf = (label: string) => {
    const c = position.get(label);
    if (c === undefined) throw new InputError(`label "${label}" is not one of ${labels.join(", ")}`);
    return c;
  };
  const counts = labels.map(() => new Array<number>(labels.length).fill(0));
  truths.forEach((truth, i) => {
    counts[indexOf(truth)][indexOf(predicted[i])]++;
  });
  return { labels, counts };
}
