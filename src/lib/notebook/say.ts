import { display } from "./display";

/**
 * Shows text with computed numbers in it, as Markdown: what a chapter concludes must stay true for whatever corpus it ran on.
 *
 * @example say(`**Answer.** ${recordings.length} recordings of 4 speakers.`)
 */
export function say(markdown: string): void {
  display({ data: { "text/markdown": markdown, "text/plain": markdown } });
}
