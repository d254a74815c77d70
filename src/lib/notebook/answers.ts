import { type Markdown, markdown } from "../markdown";
import type { Run } from "../runs/run-files";

/**
 * Both ends of an interval.
 *
 * @example intervalText([0.6789, 0.8]) // "0.679 to 0.800"
 */
export function intervalText(ends: readonly number[]): string {
  return ends.map((end) => end.toFixed(3)).join(" to ");
}

/**
 * The UAR of a run with its interval over speakers, as an answer states it: "**0.750** (95 % over
 * speakers: 0.679 to 0.800)".
 */
export function uarText({ record }: Run): Markdown {
  const { value, speakers } = record.metrics.uar;
  return markdown`**${value.toFixed(3)}** (95 % over speakers: ${intervalText(speakers)})`;
}

/** The warning that opens an answer where nobody human spoke; else nothing. */
export function voicesText({ synthetic }: { readonly synthetic: boolean }): Markdown {
  return synthetic ? markdown`**Synthetic voices.** ` : markdown``;
}

/** The emotions of a run from the best recalled to the worst, each with its recall. */
export function byRecall({ record }: Run) {
  const recalls = record.confusion.labels.map((label) => ({ label, recall: record.perClass[label].recall }));
  return recalls.sort((a, b) => b.recall - a.recall);
}

/** How sure a run was of each decision: the largest probability. */
export function sureness({ predictions }: Run): number[] {
  return predictions.map(({ probabilities }) => Math.max(...probabilities));
}

/** Of each decision of a run whether it is right. */
export function rightness({ predictions }: Run): boolean[] {
  return predictions.map(({ emotion, predicted }) => emotion === predicted);
}
