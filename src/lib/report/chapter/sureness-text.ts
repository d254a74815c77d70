import { type Markdown, markdown } from "../../markdown";
import { percentile } from "../../numbers/percentile";

/** Errors that are not less sure than decisions at large by this much warn of nothing. */
const WARNING = 0.05;

/**
 * How far the probabilities of a run's decisions spread, and whether those of its errors are lower.
 *
 * @param sure the probability of each decision
 * @param right whether each is right
 */
export function surenessText(sure: readonly number[], right: readonly boolean[]): Markdown {
  const inOrder = [...sure].sort((a, b) => a - b);
  const [low, median, high] = [0.25, 0.5, 0.75].map((part) => percentile(inOrder, part));
  const spread = `Half of the decisions were made with ${low.toFixed(2)} to ${high.toFixed(2)}; the median is ${median.toFixed(2)}`;
  const errors = sure.filter((_, i) => !right[i]).sort((a, b) => a - b);
  if (errors.length === 0)
    return markdown`${spread}. None of them is wrong, so nothing tells whether an unsure one would be a warning.`;
  const ofErrors = percentile(errors, 0.5);
  const use =
    median - ofErrors < WARNING
      ? "So the probability hardly warns of an error here."
      : "So an unsure decision is a warning here.";
  return markdown`${spread}, that of the errors ${ofErrors.toFixed(2)}. ${use}`;
}
