import { standardDeviation } from "../../numbers/standard-deviation";
import { labelOf } from "../label-of";
import type { Run } from "../run-files";
import { seedGroups } from "../seed-groups";

/** What one recipe reaches from several seeds. */
export interface SeedSpread {
  /** Features, model and protocol. */
  readonly recipe: string;
  readonly seeds: readonly number[];
  /** Of the UARs, one per seed. */
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
  /** With n - 1 in the denominator. */
  readonly standardDeviation: number;
  /** Recordings, and on how many of them two of the seeds decide differently: fewest and most. */
  readonly recordings: number;
  readonly differing: readonly [fewest: number, most: number];
}

/**
 * Runs that differ in nothing but their seed, taken together: a network's score is a draw, and a
 * difference to another model means little while it is smaller than this spread. Recipes with a
 * single seed are left out.
 *
 * @example seedSpread([run, { ...run, record: { ...run.record, settings: { ...run.record.settings, seed: 1 } } }])[0].standardDeviation // 0
 */
export function seedSpread(runs: readonly Run[]): SeedSpread[] {
  return seedGroups(runs)
    .filter((group) => group.length > 1)
    .map(spreadOf);
}

function spreadOf(runs: readonly Run[]): SeedSpread {
  const uars = runs.map(({ record }) => record.metrics.uar.value);
  const mean = uars.reduce((sum, uar) => sum + uar, 0) / uars.length;
  return {
    recipe: labelOf(runs[0], { seed: false }),
    seeds: runs.map(({ record }) => record.settings.seed),
    mean,
    lowest: Math.min(...uars),
    highest: Math.max(...uars),
    standardDeviation: standardDeviation(uars),
    recordings: runs[0].predictions.length,
    differing: differingDecisions(runs),
  };
}

/** The same UAR may come from other decisions. */
function differingDecisions(runs: readonly Run[]): [number, number] {
  const counts = runs.flatMap((run, i) =>
    runs
      .slice(i + 1)
      .map(
        (other) =>
          run.predictions.filter(({ predicted }, k) => predicted !== other.predictions[k].predicted).length,
      ),
  );
  return [Math.min(...counts), Math.max(...counts)];
}

/**
 * A spread as a sentence: "logmel-v1 cnn: UAR 0.771 on average over the seeds 0, 1, 2 (0.760 to
 * 0.778, standard deviation 0.009); two seeds differ in 22 to 26 of 320 decisions."
 */
export function seedSpreadInWords(spread: SeedSpread): string {
  const { recipe, seeds, recordings, differing } = spread;
  const [mean, lowest, highest, deviation] = [
    spread.mean,
    spread.lowest,
    spread.highest,
    spread.standardDeviation,
  ].map((value) => value.toFixed(3));
  const decisions = [...new Set(differing)].join(" to ");
  return `${recipe}: UAR ${mean} on average over the seeds ${seeds.join(", ")} (${lowest} to ${highest}, standard deviation ${deviation}); two seeds differ in ${decisions} of ${recordings} decisions.`;
}
