import { type Markdown, markdown } from "../../markdown";
import type { ScoreWithIntervals } from "../../models/saved/score-with-intervals";

/** A difference in UAR up to this is little. */
const LITTLE = 0.05;

/**
 * What a random split claims beside the honest score.
 *
 * @param honest UAR on new speakers
 * @param claimed UAR of the random split
 */
export function randomSplitText(
  { value, speakers: [low, high] }: Pick<ScoreWithIntervals, "value" | "speakers">,
  claimed: number,
): Markdown {
  const gap = claimed - value;
  const moved = `${gap < 0 ? "−" : "+"}${Math.abs(gap).toFixed(3)}`;
  const where = claimed >= low && claimed <= high ? "within" : "and yet beyond";
  const meaning =
    gap > LITTLE
      ? "Nothing was learned better: it is the speakers that were known."
      : gap < -LITTLE
        ? "Knowing the speakers brought nothing here, and a lower score is no more honest for it."
        : `Here that is little, ${where} the bars of the honest score; with distinctive or few speakers it can be more.`;
  return markdown`The random split moves the UAR by **${moved}**. ${meaning}`;
}
