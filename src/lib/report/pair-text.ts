import { SMALLEST_BOOTSTRAP_P } from "../evaluation/significance/compare-predictions";
import type { RunPair } from "../runs/comparison/compare-runs";
import { pairVerdict } from "../runs/comparison/pair-verdict";
import { labelOf } from "../runs/label-of";
import { scoreDigits } from "./score-text";

/**
 * What a comparison allows to say, in words, by `pairVerdict`.
 *
 * @example pairInWords(compareRuns([run, chance])[0]) // "librosa-v1 lda is ahead of librosa-v1 majority by 0.333 UAR (over speakers 0.083 to 0.583): likely (p of the bootstrap = .006, of Wilcoxon's test = .250)."
 */
export function pairInWords(pair: RunPair): string {
  const { first, second, comparison } = pair;
  const { uarDifference, bootstrap } = comparison;
  const [ahead, behind] = uarDifference >= 0 ? [second, first] : [first, second];
  const [low, high] =
    uarDifference >= 0 ? bootstrap.interval : [-bootstrap.interval[1], -bootstrap.interval[0]];
  const lead =
    uarDifference === 0
      ? `${labelOf(first)} and ${labelOf(second)} have the same UAR`
      : `${labelOf(ahead)} is ahead of ${labelOf(behind)} by ${Math.abs(uarDifference).toFixed(3)} UAR`;
  const [byBootstrap, byWilcoxon] = (["bootstrap", "wilcoxon"] as const).map((test) =>
    pText(pair, test).replace(/^(?=[.\d])/, "= "),
  );
  return `${lead} (over speakers ${low.toFixed(3)} to ${high.toFixed(3)}): ${pairVerdict(pair)} (p of the bootstrap ${byBootstrap}, of Wilcoxon's test ${byWilcoxon}).`;
}

/**
 * A corrected p-value: three digits, and a bound where it is no more than that. The bootstrap
 * cannot tell p-values below 2 / 2000 from it.
 *
 * @example pText(compareRuns([run, chance])[0], "mcnemar") // ".039"
 */
export function pText(
  { comparison, corrected }: Pick<RunPair, "comparison" | "corrected">,
  test: keyof RunPair["corrected"],
): string {
  const p = corrected[test];
  if (test === "bootstrap" && comparison.bootstrap.p <= SMALLEST_BOOTSTRAP_P) return `≤ ${scoreDigits(p)}`;
  return p < 0.001 ? "< .001" : scoreDigits(p);
}
