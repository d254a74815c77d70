import { compareRuns } from "../runs/comparison/compare-runs";
import { comparisonLimits } from "../runs/comparison/comparison-limits";
import { differingSettings } from "../runs/comparison/differing-settings";
import { seedSpread, seedSpreadInWords } from "../runs/comparison/seed-spread";
import { labelOf } from "../runs/label-of";
import type { Run } from "../runs/run-files";
import { alignColumns } from "./align-columns";
import { pairInWords, pText } from "./pair-text";
import { rangeText, scoreDigits } from "./score-text";

/**
 * Runs as a table for a terminal: scores, UAR with its intervals over recordings and over speakers.
 */
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

/**
 * Two or more runs for a terminal: in which settings they differ, their scores, the tests between
 * each two with Holm's correction, and what holds, in words.
 */
export function comparisonText(runs: readonly Run[]): string {
  const pairs = compareRuns(runs);
  const head = ["second - first", "UAR", "over speakers", "p bootstrap", "p Wilcoxon", "p McNemar"];
  const lines = pairs.map((pair) => [
    `${labelOf(pair.second)} - ${labelOf(pair.first)}`,
    pair.comparison.uarDifference.toFixed(3),
    pair.comparison.bootstrap.interval.map((bound) => bound.toFixed(3)).join(" to "),
    ...(["bootstrap", "wilcoxon", "mcnemar"] as const).map((test) => pText(pair, test)),
  ]);
  return [
    ...differencesText(runs),
    "",
    scoresText(runs),
    "",
    ...alignColumns([head, ...lines]),
    "p-values with Holm's correction; the paired bootstrap over speakers comes first.",
    ...comparisonLimits(pairs),
    "",
    ...pairs.map(pairInWords),
    ...seedSpread(runs).map(seedSpreadInWords),
  ].join("\n");
}

/** A line for each setting that is not the same in all runs. */
function differencesText(runs: readonly Run[]): string[] {
  const differing = differingSettings(runs);
  if (differing.length === 0) return ["The runs do not differ in any setting."];
  return ["The runs differ in:", ...differing.map(({ name, values }) => `  ${name}: ${values.join(" | ")}`)];
}
