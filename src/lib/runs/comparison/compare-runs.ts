import { type Comparison, comparePredictions } from "../../evaluation/significance/compare-predictions";
import { holm } from "../../evaluation/significance/holm";
import type { Run } from "../run-files";

/**
 * Two runs beside each other; p-values carry Holm's correction over all pairs that were compared
 * with this one.
 */
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
 * @example compareRuns([run, chance])[0].comparison.uarDifference // -0.333
 */
export function compareRuns(runs: readonly Run[], seed = 0): RunPair[] {
  return comparePairs(
    runs.flatMap((first, i) => runs.slice(i + 1).map((second) => [first, second] as const)),
    seed,
  );
}

/**
 * Compares the runs of each pair. Holm's correction is over these pairs alone: choose them before
 * looking, and no more than the question needs, since among a hundred pairs not even the clearest
 * difference would hold.
 *
 * @throws InputError where two runs do not predict the same recordings
 * @example comparePairs([[run, chance]]).length // 1
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
