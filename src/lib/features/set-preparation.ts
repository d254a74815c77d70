import { bandLimitOf } from "./band-limited-set";
import { setInside } from "./conditioned-set";

/** What is done to a recording before a set computes, as the set's name tells it. */
export interface SetPreparation {
  readonly isConditioned: boolean;
  /** The name without what stands before it: sets of the project, with a plus between several. */
  readonly bareName: string;
}

/**
 * Reads the name of a set.
 *
 * @throws UsageError as `bandLimitOf`
 * @example setPreparation("band-4000:conditioned:librosa-v1") // { isConditioned: true, bareName: "librosa-v1" }
 */
export function setPreparation(name: string): SetPreparation {
  const unlimited = bandLimitOf(name)?.inside ?? name;
  const inside = setInside(unlimited);
  return { isConditioned: inside !== undefined, bareName: inside ?? unlimited };
}
