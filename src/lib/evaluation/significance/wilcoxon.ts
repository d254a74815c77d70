import { checkSameLength } from "../../check";
import { midRanks } from "../../numbers/mid-ranks";

/** From fewer pairs no p-value can be below .05: from 5, the smallest is .0625. */
export const FEWEST_PAIRS = 6;

/**
 * The smallest p-value that the test can give, where all pairs differ to one side.
 *
 * @param pairs that differ
 * @example smallestP(4) // 0.125
 */
export function smallestP(pairs: number): number {
  return 2 ** (1 - pairs);
}

/** What the test says. */
export interface WilcoxonResult {
  /** Sum of the ranks of the positive differences. */
  readonly statistic: number;
  /** Pairs that differ; equal ones are left out. */
  readonly pairs: number;
  /** Two-sided, exact. 1 where no pair differs. */
  readonly p: number;
}

/**
 * Wilcoxon's signed-rank test for paired values (Wilcoxon 1945): whether differences lean to one
 * side. The p-value is exact for any number of pairs and for ties: all sign patterns of the ranks
 * at hand are counted, by the distribution of their sum.
 *
 * @throws InputError where the lists differ in length
 * @example wilcoxon([1, 2, 3, 4, 5, 6], [0, 0, 0, 0, 0, 0]).p // 0.03125
 */
export function wilcoxon(a: readonly number[], b: readonly number[]): WilcoxonResult {
  checkSameLength("first values", a, "second values", b);
  const differences = roundedDifferences(a, b).filter((difference) => difference !== 0);
  const ranks = midRanks(differences.map(Math.abs));
  const statistic = ranks.reduce((sum, rank, i) => (differences[i] > 0 ? sum + rank : sum), 0);
  return { statistic, pairs: differences.length, p: twoSided(ranks, statistic) };
}

/**
 * In units of 1e-12 of the largest value: .4 - .3 and .3 - .2 are one difference, though not one
 * number in binary, and tie.
 */
function roundedDifferences(a: readonly number[], b: readonly number[]): number[] {
  const unit = 1e-12 * Math.max(...a.map(Math.abs), ...b.map(Math.abs));
  return a.map((value, i) => (value === b[i] ? 0 : Math.round((value - b[i]) / unit)));
}

/**
 * Twice the part of all sign patterns whose sum is as far out as the statistic; half ranks are
 * counted in halves.
 */
function twoSided(ranks: readonly number[], statistic: number): number {
  const halves = ranks.map((rank) => Math.round(2 * rank));
  const total = halves.reduce((sum, half) => sum + half, 0);
  const parts = new Float64Array(total + 1);
  parts[0] = 1;
  for (const half of halves) {
    for (let sum = total; sum >= 0; sum--)
      parts[sum] = (parts[sum] + (sum >= half ? parts[sum - half] : 0)) / 2;
  }
  const outer = Math.min(2 * statistic, total - 2 * statistic);
  const tail = parts.subarray(0, outer + 1).reduce((sum, part) => sum + part, 0);
  return Math.min(1, 2 * tail);
}
