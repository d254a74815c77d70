import { groupBy } from "../../numbers/group-by";

/**
 * How often each value stands in a list, in words, the most frequent first.
 *
 * @example countWords(["fru", "sur", "fru"]) // "2 fru, 1 sur"
 */
export function countWords(values: readonly string[]): string {
  return [...groupBy(values, (value) => value)]
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(([value, { length }]) => `${length} ${value}`)
    .join(", ");
}
