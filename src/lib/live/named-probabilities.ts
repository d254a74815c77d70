import type { Probabilities } from "./live-event";

/**
 * Probabilities by emotion.
 *
 * @param labels in the order of the probabilities
 * @example namedProbabilities(["anger", "neutral"], [0.3, 0.7]) // { anger: 0.3, neutral: 0.7 }
 */
export function namedProbabilities(
  labels: readonly string[],
  probabilities: readonly number[],
): Probabilities {
  return Object.fromEntries(labels.map((label, k) => [label, probabilities[k]]));
}
