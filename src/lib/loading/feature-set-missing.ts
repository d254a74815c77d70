import { InputError } from "../check";
import { loadFeatureSet } from "./load-feature-set";

/**
 * What keeps a feature set from being used here (weights that are neither there nor within reach,
 * say), in one sentence; `undefined` where it can be used.
 *
 * @example await featureSetMissing("egemaps-v02") // undefined
 */
export async function featureSetMissing(name: string): Promise<string | undefined> {
  try {
    await loadFeatureSet(name);
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}
