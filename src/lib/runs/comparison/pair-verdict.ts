import { smallestP } from "../../evaluation/significance/wilcoxon";
import type { RunPair } from "./compare-runs";

/** What the tests between two runs allow to say. */
export type PairVerdict = "settled" | "likely" | "not told apart";

/** The level of the tests, after Holm's correction: a p-value above it says nothing. */
export const LEVEL = 0.05;

/**
 * The one rule by which every table and sentence of the project judges a difference: likely by the
 * paired bootstrap over speakers, settled where Wilcoxon's test over speakers sees it, too. From
 * few speakers the bootstrap alone is a little too confident. A p-value that is no number says
 * nothing.
 *
 * @example pairVerdict(compareRuns([run, chance])[0]) // "likely"
 */
export function pairVerdict({ corrected }: Pick<RunPair, "corrected">): PairVerdict {
  if (!(corrected.bootstrap < LEVEL)) return "not told apart";
  return corrected.wilcoxon < LEVEL ? "settled" : "likely";
}

/**
 * The smallest p that Wilcoxon's test can reach between so many pairs, when even all speakers
 * agree: where it is .05 or more, nothing can be settled.
 *
 * @param pairs all that were corrected together, one or more
 * @example smallestWilcoxonP(compareRuns([run, chance])) // 0.125
 */
export function smallestWilcoxonP(pairs: readonly RunPair[]): number {
  const speakers = Math.min(...pairs.map(({ comparison }) => comparison.speakers));
  return Math.min(1, pairs.length * smallestP(speakers));
}

/** Whether any of the pairs could be settled at all, however large its difference. */
export function canSettle(pairs: readonly RunPair[]): boolean {
  return pairs.length > 0 && smallestWilcoxonP(pairs) < LEVEL;
}
