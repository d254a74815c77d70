import { condition } from "../audio/condition";
import type { FeatureSet } from "./feature-set";
import { preparedSet } from "./prepared-set";

/** Before the name of a set, or of several with a plus between them. */
const prefix = "conditioned:";

/**
 * The set that a conditioned one computes; undefined for a set on recordings as they are.
 *
 * @example setInside("conditioned:librosa-v1") // "librosa-v1"
 */
export function setInside(name: string): string | undefined {
  return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}

/**
 * A set that conditions each recording, window or utterance by itself before it computes: the name
 * goes with the model, the cache and the run, so live and offline cannot differ. Windows of a
 * stream share no frames, since each has a gain of its own.
 *
 * @example createConditionedSet(createLibrosaV1()).name // "conditioned:librosa-v1"
 */
export function createConditionedSet(set: FeatureSet): FeatureSet {
  return preparedSet(set, prefix, condition);
}
