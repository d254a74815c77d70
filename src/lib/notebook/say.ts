import { harmless, type Markdown } from "../markdown";
import { display } from "./display";

/**
 * Shows text with computed numbers in it: what a chapter concludes must stay true for whatever
 * corpus it ran on.
 *
 * @param words Markdown; HTML and script links in it are shown as text, as it may hold names from
 *   anywhere
 * @example say(`**Answer.** ${recordings.length} recordings of 4 speakers.`)
 */
export function say(words: string | Markdown): void {
  const { text } = typeof words === "string" ? harmless(words) : words;
  display({ data: { "text/markdown": text, "text/plain": text } });
}
