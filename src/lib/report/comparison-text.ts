import { SMALLEST_BOOTSTRAP_P } from "../evaluation/compare-predictions";
import { alignColumns } from "./align-columns";
import { compareRuns, labelOf, pairInWords } from "./compare-runs";
import type { Run } from "./run-files";
import { rangeText, scoreDigits } from "./run-text";
import { seedSpread, seedSpreadInWords } from "./seed-spread";

/** Runs as a table for a terminal: scores, UAR with its intervals over recordings and over speakers. */
export function scoresText(runs: readonly Run[]): string {
  const head = ["run", "UAR", "recordings", "speakers", "accuracy", "precision", "F1"];
  const lines = runs.map((run) => {
    const { uar, accuracy, macroPrecision, macroF1 } = run.record.metrics;
    const others = [accuracy, macroPrecision, macroF1].map(({ value }) => scoreDigits(value));
    return [
      labelOf(run),
      scoreDigits(uar.value),
      rangeText(uar.recordings),
      rangeText(uar.speakers),
      ...others,
    ];
  });
  return alignColumns([head, ...lines]).join("\n");
}

/** Two or more runs for a terminal: their scores, the tests between each two with Holm's correction, and what holds, in words. */
export function comparisonText(runs: readonly Run[]): string {
  const pairs = compareRuns(runs);
  const head = ["second - first", "UAR", "over speakers", "p bootstrap", "p Wilcoxon", "p McNemar"];
  const lines = pairs.map(({ first, second, comparison, corrected }) => [
    `${labelOf(second)} - ${labelOf(first)}`,
    comparison.uarDifference.toFixed(3),
    comparison.bootstrap.interval.map((bound) => bound.toFixed(3)).join(" to "),
    ...[corrected.bootstrap, corrected.wilcoxon, corrected.mcnemar].map((p) => p.toFixed(3)),
  ]);
  return [
    scoresText(runs),
    "",
    ...alignColumns([head, ...lines]),
    "p-values with Holm's correction; the paired bootstrap over speakers comes first.",
    ...new Set(pairs.flatMap(({ comparison }) => comparison.warnings)),
    ...tooManyPairs(pairs.length),
    "",
    ...pairs.map(pairInWords),
    ...seedSpread(runs).map(seedSpreadInWords),
  ].join("\n");
}

/** Among so many pairs not even a difference that all resamples show would hold. */
function tooManyPairs(pairs: number): string[] {
  const smallest = pairs * SMALLEST_BOOTSTRAP_P;
  if (smallest < 0.05) return [];
  return [
    `${pairs} pairs are too many: with Holm's correction over them no difference can have a p of the bootstrap below ${smallest.toFixed(3)}; compare fewer runs, chosen before looking.`,
  ];
}
