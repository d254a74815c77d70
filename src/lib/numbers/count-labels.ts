import { groupBy } from "./group-by";

/**
 * How often each label occurs, in ascending order of its name.
 *
 * @example countLabels(["sadness", "anger", "sadness"]) // { anger: 1, sadness: 2 }
 */
export function countLabels(labels: readonly string[]): Record<string, number> {
  const groups = groupBy([...labels].sort(), (label) => label);
  return Object.fromEntries([...groups].map(([label, same]) => [label, same.length]));
}
