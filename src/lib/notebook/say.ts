import { Markdown, markdown } from "../markdown";
import { display } from "./display";

/**
 * Shows text with computed numbers in it: what a chapter concludes must stay true for whatever
 * corpus it ran on.
 *
 * @param words What the `markdown` tag made, in which names from anywhere are text; a plain string
 *   is text as it stands
 * @example say(markdown`**Answer.** ${recordings.length} recordings of 4 speakers.`)
 */
export function say(words: string | Markdown): void {
  const { text } = words instanceof Markdown ? words : markdown`${words}`;
  display({ data: { "text/markdown": text, "text/plain": text } });
}
