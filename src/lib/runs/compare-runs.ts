import {
  type Comparison,
  comparePredictions,
  SMALLEST_BOOTSTRAP_P,
} from "../evaluation/significance/compare-predictions";
import { holm } from "../evaluation/significance/holm";
import { scoreDigits } from "../report/run-text";
import type { Run } from "./run-files";

/** Two runs beside each other; p-values carry Holm's correction over all pairs that were compared with this one. */
export interface RunPair {
  readonly first: Run;
  readonly second: Run;
  readonly comparison: Comparison;
  readonly corrected: { readonly bootstrap: number; readonly wilcoxon: number; readonly mcnemar: number };
}

/**
 * Compares every run with every later one.
 *
 * @throws InputError where two runs do not predict the same recordings
 * @example compareRuns([svm, cnn])[0].corrected.bootstrap // 0.31
 */
export function compareRuns(runs: readonly Run[], seed = 0): RunPair[] {
  return comparePairs(
    runs.flatMap((first, i) => runs.slice(i + 1).map((second) => [first, second] as const)),
    seed,
  );
}

/**
 * Compares the runs of each pair. Holm's correction is over these pairs alone: choose them before looking, and no more than the question
 * needs, since among a hundred pairs not even the clearest difference would hold.
 *
 * @throws InputError where two runs do not predict the same recordings
 * @example comparePairs(others.map((other) => [other, best] as const))
 */
export function comparePairs(pairs: readonly (readonly [first: Run, second: Run])[], seed = 0): RunPair[] {
  const comparisons = pairs.map(([first, second]) =>
    comparePredictions(first.predictions, second.predictions, seed),
  );
  const bootstrap = holm(comparisons.map((comparison) => comparison.bootstrap.p));
  const wilcoxon = holm(comparisons.map((comparison) => comparison.wilcoxon.p));
  const mcnemar = holm(comparisons.map((comparison) => comparison.mcnemar.p));
  return pairs.map(([first, second], i) => ({
    first,
    second,
    comparison: comparisons[i],
    corrected: { bootstrap: bootstrap[i], wilcoxon: wilcoxon[i], mcnemar: mcnemar[i] },
  }));
}

/**
 * What a comparison allows to say, in words, by the corrected paired bootstrap over speakers.
 *
 * @example pairInWords(pair) // "egemaps-v02 svm-rbf is ahead of egemaps-v02 majority by 0.556 UAR (over speakers 0.474 to 0.618), and it holds (p ≤ .003)."
 */
export function pairInWords(pair: RunPair): string {
  const { first, second, comparison, corrected } = pair;
  const { uarDifference, bootstrap } = comparison;
  const [ahead, behind] = uarDifference >= 0 ? [second, first] : [first, second];
  const [low, high] =
    uarDifference >= 0 ? bootstrap.interval : [-bootstrap.interval[1], -bootstrap.interval[0]];
  const verdict = corrected.bootstrap < 0.05 ? "and it holds" : "which is inside the noise";
  const p = pText(pair, "bootstrap").replace(/^(?=[.\d])/, "= ");
  return `${labelOf(ahead)} is ahead of ${labelOf(behind)} by ${Math.abs(uarDifference).toFixed(3)} UAR (over speakers ${low.toFixed(3)} to ${high.toFixed(3)}), ${verdict} (p ${p}).`;
}

/**
 * A corrected p-value: three digits, and a bound where it is no more than that. The bootstrap cannot tell p-values below 2 / 2000 from it.
 *
 * @example pText(pair, "bootstrap") // "≤ .009" where no resample of nine pairs favours the other; pText(pair, "mcnemar") // "< .001"
 */
export function pText(
  { comparison, corrected }: Pick<RunPair, "comparison" | "corrected">,
  test: keyof RunPair["corrected"],
): string {
  const p = corrected[test];
  if (test === "bootstrap" && comparison.bootstrap.p <= SMALLEST_BOOTSTRAP_P) return `≤ ${scoreDigits(p)}`;
  return p < 0.001 ? "< .001" : scoreDigits(p);
}

/** A run as tables name it: features and model, and what differs from the default protocol; the seed where it is not 0. */
export function labelOf({ record: { settings } }: Run, { seed: withSeed = true } = {}): string {
  const { features, model, folds, normalize, seed } = settings;
  const parts = [
    features,
    model,
    folds === "loso" ? "" : folds,
    normalize === "speaker" ? "by speaker" : "",
    withSeed && seed !== 0 ? `seed ${seed}` : "",
  ];
  return parts.filter(Boolean).join(" ");
}
