import { type LeaderboardRow, leaderboard } from "../runs/leaderboard";
import type { ExperimentRuns } from "../runs/sweep/experiment-runs";

/** A table as a chapter shows it. */
export interface SeedTable {
  readonly caption: string;
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

/**
 * The runs of an experiment as tables: those on new speakers, best first, and those that leak
 * speakers apart. Seeds of one recipe are one row.
 *
 * @example seedTables({ honest: [run, chance], leaking: [], comparable: [] })[0].rows[0].model // "lda"
 */
export function seedTables({ honest, leaking }: ExperimentRuns): SeedTable[] {
  const tables = [
    {
      caption: "On new speakers; UAR: mean over seeds; low and high: 95 % over speakers, first seed",
      runs: honest,
    },
    {
      caption: "Apart: the same voices are in training and in test, so nothing follows for new ones",
      runs: leaking,
    },
  ];
  return tables
    .filter(({ runs }) => runs.length > 0)
    .map(({ caption, runs }) => ({ caption, rows: leaderboard(runs).map(rowOf) }));
}

function rowOf({ features, model, options, folds, normalize, augment, ...row }: LeaderboardRow) {
  const { seeds, uar, spread, low, high } = row;
  const recipe = { features, model, options: options === "{}" ? "" : options, folds, normalize, augment };
  const deviation = Number.isNaN(spread) ? "" : spread;
  return { ...recipe, seeds, UAR: uar, "over seeds ±": deviation, low, high };
}
