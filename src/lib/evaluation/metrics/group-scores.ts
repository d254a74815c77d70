import { groupBy } from "../../numbers/group-by";
import type { OutOfFoldPrediction } from "../evaluation";
import { uar } from "./uar";

/** The score of one speaker, or of one fold. */
export interface GroupScore {
  readonly name: string;
  /** Over the emotions that the group has. */
  readonly uar: number;
  readonly recordings: number;
}

/**
 * UAR of each speaker or fold alone, over the emotions that it has.
 *
 * @returns sorted by name
 * @example groupScores(run.predictions, "speaker")[0] // { name: "ann", uar: 0.667, recordings: 6 }
 */
export function groupScores(
  predictions: readonly OutOfFoldPrediction[],
  by: "speaker" | "fold",
): GroupScore[] {
  return [...groupBy(predictions, (prediction) => prediction[by])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, group]) => {
      const truths = group.map(({ emotion }) => emotion);
      const score = uar(
        truths,
        group.map(({ predicted }) => predicted),
      );
      return { name, uar: score, recordings: group.length };
    });
}
