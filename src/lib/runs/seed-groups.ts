import { groupBy } from "../numbers/group-by";
import type { Run } from "./run-files";

/**
 * Runs by what they are but for their seed: a group for each recipe and corpus, seeds ascending.
 *
 * @example seedGroups([run, chance]).length // 2
 */
export function seedGroups(runs: readonly Run[]): Run[][] {
  const byRecipe = groupBy(runs, ({ record: { settings, corpus } }) => {
    const { seed: _, ...recipe } = settings;
    return JSON.stringify([recipe, corpus.name, corpus.fingerprint]);
  });
  const seedOf = ({ record }: Run) => record.settings.seed;
  return [...byRecipe.values()].map((group) => [...group].sort((a, b) => seedOf(a) - seedOf(b)));
}
