import { type Markdown, markdown } from "../markdown";
import type { Run } from "../runs/run-files";

type Decided = Pick<Run, "predictions">;

/**
 * On how many recordings two runs are both wrong, against how many that would be if their errors
 * had nothing to do with each other.
 */
export function sharedErrorsText(one: Decided, other: Decided): Markdown {
  const [byOne, byOther] = [one, other].map(missedFiles);
  const both = [...byOne].filter((file) => byOther.has(file)).length;
  const byChance = (byOne.size * byOther.size) / one.predictions.length;
  const verdict =
    both > byChance + 1
      ? "so some recordings are hard for both"
      : "so nothing says that the same recordings are hard for both";
  return markdown`The one is wrong on ${byOne.size} recordings, the other on ${byOther.size}, both on **${both}**. Errors that had nothing to do with each other would meet on about ${byChance.toFixed(0)}, ${verdict}.`;
}

function missedFiles({ predictions }: Decided): Set<string> {
  return new Set(predictions.flatMap((one) => (one.emotion === one.predicted ? [] : [one.file])));
}
