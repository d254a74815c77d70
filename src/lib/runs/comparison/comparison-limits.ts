import { SMALLEST_BOOTSTRAP_P } from "../../evaluation/significance/compare-predictions";
import type { RunPair } from "./compare-runs";
import { canSettle, LEVEL, smallestWilcoxonP } from "./pair-verdict";

/**
 * What limits the tests between runs, in a sentence each: what each comparison warns of, and where
 * Holm's correction over so many pairs leaves a test without any p-value that could hold.
 *
 * @param pairs all that were corrected together
 * @example comparisonLimits(comparePairs([[run, chance]])).length // 3
 */
export function comparisonLimits(pairs: readonly RunPair[]): string[] {
  const own = new Set(pairs.flatMap(({ comparison }) => comparison.warnings));
  return [...own, ...limitOfWilcoxon(pairs), ...limitOfBootstrap(pairs)];
}

/** Not even speakers who all agree would do. */
function limitOfWilcoxon(pairs: readonly RunPair[]): string[] {
  if (pairs.length === 0 || canSettle(pairs)) return [];
  const speakers = Math.min(...pairs.map(({ comparison }) => comparison.speakers));
  const over = pairs.length === 1 ? "" : ` and Holm's correction over ${pairs.length} pairs`;
  return [
    `Nothing can be settled here: with ${speakers} speakers${over}, no difference can have a p of Wilcoxon's test below ${smallestWilcoxonP(pairs).toFixed(3)}.`,
  ];
}

/** Not even a difference that all resamples show would do. */
function limitOfBootstrap(pairs: readonly RunPair[]): string[] {
  const smallest = pairs.length * SMALLEST_BOOTSTRAP_P;
  if (smallest < LEVEL) return [];
  return [
    `${pairs.length} pairs are too many: with Holm's correction over them no difference can have a p of the bootstrap below ${smallest.toFixed(3)}; compare fewer runs, chosen before looking.`,
  ];
}
