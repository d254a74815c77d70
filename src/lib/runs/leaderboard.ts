import { seedSpread } from "./comparison/seed-spread";
import type { Run } from "./run-files";
import { seedGroups } from "./seed-groups";

/** One recipe on one corpus: a single run, or the mean of its seeds. */
export interface LeaderboardRow {
  readonly corpus: string;
  readonly features: string;
  readonly model: string;
  readonly folds: string;
  readonly normalize: string;
  readonly search: boolean;
  /** As JSON; "{}" for the model's own. */
  readonly options: string;
  /** "noise,gain", or "none". */
  readonly augment: string;
  readonly seeds: string;
  /** Of several seeds the mean. */
  readonly uar: number;
  /** Standard deviation over seeds, with n - 1 in the denominator; NaN for a single one. */
  readonly spread: number;
  /** Interval over the speakers, of the first seed. */
  readonly low: number;
  readonly high: number;
  readonly accuracy: number;
}

/** The columns that tell rows apart; the others are scores. */
export const RECIPE_COLUMNS = [
  "corpus",
  "features",
  "model",
  "folds",
  "normalize",
  "search",
  "options",
  "augment",
  "seeds",
] as const satisfies readonly (keyof LeaderboardRow)[];

/**
 * Runs as a leaderboard: recipes that differ only in the seed are one row, with mean and spread;
 * best UAR first.
 *
 * @example leaderboard([run, chance])[0].model // "lda"
 */
export function leaderboard(runs: readonly Run[]): LeaderboardRow[] {
  return seedGroups(runs)
    .map(rowOf)
    .sort((a, b) => b.uar - a.uar);
}

function rowOf(runs: readonly Run[]): LeaderboardRow {
  const [{ record }] = runs;
  const { settings, corpus, metrics } = record;
  const { features, model, folds, normalize, search, options, augment = [] } = settings;
  const [spread] = seedSpread(runs);
  const accuracies = runs.map(({ record }) => record.metrics.accuracy.value);
  return {
    ...{ corpus: corpus.name, features, model, folds, normalize, search },
    options: JSON.stringify(options),
    augment: augment.join(",") || "none",
    seeds: runs.map(({ record }) => record.settings.seed).join(" "),
    uar: spread?.mean ?? metrics.uar.value,
    spread: spread?.standardDeviation ?? Number.NaN,
    low: metrics.uar.speakers[0],
    high: metrics.uar.speakers[1],
    accuracy: accuracies.reduce((sum, value) => sum + value, 0) / accuracies.length,
  };
}
