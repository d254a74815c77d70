import { type Comparison, comparePredictions } from "../evaluation/compare-predictions";
import { holm } from "../evaluation/holm";
import type { Run } from "./run-files";

/** Two runs beside each other; p-values carry Holm's correction over all pairs of the table. */
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
  const pairs = runs.flatMap((first, i) => runs.slice(i + 1).map((second) => ({ first, second })));
  const compared = pairs.map((pair) => ({
    ...pair,
    comparison: comparePredictions(pair.first.predictions, pair.second.predictions, seed),
  }));
  const bootstrap = holm(compared.map(({ comparison }) => comparison.bootstrap.p));
  const wilcoxon = holm(compared.map(({ comparison }) => comparison.wilcoxon.p));
  const mcnemar = holm(compared.map(({ comparison }) => comparison.mcnemar.p));
  return compared.map((pair, i) => ({
    ...pair,
    corrected: { bootstrap: bootstrap[i], wilcoxon: wilcoxon[i], mcnemar: mcnemar[i] },
  }));
}

/**
 * What a comparison allows to say, in words, by the corrected paired bootstrap over speakers.
 *
 * @example pairInWords(pair) // "librosa-v1 svm-linear is ahead of majority by .534 UAR (speakers .44–.61), and it holds (p = .003)."
 */
export function pairInWords({ first, second, comparison, corrected }: RunPair): string {
  const { uarDifference, bootstrap } = comparison;
  const [ahead, behind] = uarDifference >= 0 ? [second, first] : [first, second];
  const [low, high] =
    uarDifference >= 0 ? bootstrap.interval : [-bootstrap.interval[1], -bootstrap.interval[0]];
  const verdict = corrected.bootstrap < 0.05 ? "and it holds" : "which is inside the noise";
  const p = corrected.bootstrap.toFixed(3);
  return `${labelOf(ahead)} is ahead of ${labelOf(behind)} by ${Math.abs(uarDifference).toFixed(3)} UAR (over speakers ${low.toFixed(3)} to ${high.toFixed(3)}), ${verdict} (p = ${p}).`;
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
