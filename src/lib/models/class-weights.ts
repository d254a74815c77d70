import { InputError } from "../check";

/**
 * How errors on a class count: all alike, inversely to its frequency, or as given (1 where nothing
 * is).
 */
export type ClassWeight = "balanced" | Readonly<Record<string, number>> | undefined;

/**
 * One weight per class, as scikit-learn's `class_weight`: "balanced" is rows / (classes x rows of
 * the class).
 *
 * @example classWeights("balanced", ["anger", "sadness"], [30, 10]) // [0.667, 2]
 */
export function classWeights(
  weight: ClassWeight,
  labels: readonly string[],
  counts: readonly number[],
): number[] {
  if (weight === undefined) return labels.map(() => 1);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (weight === "balanced") return counts.map((count) => total / (labels.length * count));
  return labels.map((label) => checkWeight(label, Object.hasOwn(weight, label) ? weight[label] : 1));
}

function checkWeight(label: string, value: number): number {
  if (Number.isFinite(value) && value >= 0) return value;
  throw new InputError(`classWeight of "${label}"=${value} must be a number of at least 0`);
}
