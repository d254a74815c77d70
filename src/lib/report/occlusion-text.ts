import type { OcclusionMap } from "../evaluation/explanation/occlusion";

/** Less than this much probability decides nothing. */
const WEIGHTY = 0.1;

/**
 * What hiding single patches does to a decision, losses and gains apart: the words of the figure,
 * its alternative text and the answer.
 */
export function occlusionText({
  label,
  probability,
  loss,
}: Pick<OcclusionMap, "label" | "probability" | "loss">): string {
  const all = loss.flat();
  const lost = Math.max(0, ...all);
  const gained = Math.max(0, ...all.map((one) => -one));
  const verdict =
    lost < WEIGHTY
      ? "no single patch carries the decision"
      : "the decision hangs on that patch for a good part";
  return `of the ${probability.toFixed(2)} for ${label}, hiding one patch takes away ${lost.toFixed(2)} at most, and hiding another adds ${gained.toFixed(2)} at most: ${verdict}`;
}
