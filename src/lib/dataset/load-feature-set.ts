import type { FeatureSet } from "../features/feature-set";
import { createFeatureSet } from "../features/feature-sets";

const loaded = new Map<string, Promise<FeatureSet>>();

/**
 * The feature set of a name with what it needs from disk (weights), loaded once per thread.
 *
 * @throws UsageError for an unknown name
 */
export function loadFeatureSet(name: string): Promise<FeatureSet> {
  const known = loaded.get(name);
  if (known) return known;
  const set = Promise.resolve(createFeatureSet(name));
  loaded.set(name, set);
  return set;
}
