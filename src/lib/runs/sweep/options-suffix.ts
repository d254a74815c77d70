import { sha256 } from "../../disk/sha256";
import type { ExperimentChoice } from "../experiment-choice";

/**
 * What the names of runs do not tell, so that two models of other options have two places.
 *
 * @example optionsSuffix({ model: "lda" }) // ""
 */
export function optionsSuffix({ search, options = {} }: ExperimentChoice): string {
  if (search !== false && Object.keys(options).length === 0) return "";
  return `_options-${sha256(JSON.stringify([search ?? true, options])).slice(0, 8)}`;
}
