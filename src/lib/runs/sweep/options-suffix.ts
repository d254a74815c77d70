import { createHash } from "node:crypto";
import type { ExperimentChoice } from "../experiment-choice";

/**
 * What the names of runs do not tell, so that two models of other options have two places.
 *
 * @example optionsSuffix({ model: "lda" }) // ""
 */
export function optionsSuffix({ search, options = {} }: ExperimentChoice): string {
  if (search !== false && Object.keys(options).length === 0) return "";
  const digest = createHash("sha256")
    .update(JSON.stringify([search ?? true, options]))
    .digest("hex");
  return `_options-${digest.slice(0, 8)}`;
}
