import { checkSameLength } from "../../check";

/**
 * Effect size of a grouping on a quantity: the part of its variance that lies between the groups'
 * means (Fisher 1925). 0: the groups have the same mean; 1: nothing but the group matters.
 *
 * @throws InputError where values and groups differ in length
 * @example etaSquared([1, 1, 3, 3], ["a", "a", "b", "b"]) // 1
 */
export function etaSquared(values: ArrayLike<number>, groups: readonly string[]): number {
  checkSameLength("values", values, "groups", groups);
  const sums = new Map<string, { count: number; sum: number }>();
  let total = 0;
  groups.forEach((group, i) => {
    const { count, sum } = sums.get(group) ?? { count: 0, sum: 0 };
    sums.set(group, { count: count + 1, sum: sum + values[i] });
    total += values[i];
  });
  const mean = total / groups.length;
  let [between, all] = [0, 0];
  for (const { count, sum } of sums.values()) between += count * (sum / count - mean) ** 2;
  for (let i = 0; i < groups.length; i++) all += (values[i] - mean) ** 2;
  return all > 0 ? between / all : 0;
}
