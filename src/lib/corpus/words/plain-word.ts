/** What no reader sees: zero-width and control characters, byte order marks, soft hyphens. */
const INVISIBLE = /[\p{Cc}\p{Cf}\u00ad\ufeff]/gu;

/**
 * A label or a speaker's name without what makes the same word look like another: capitals, Unicode
 * form, invisible characters, kinds and numbers of spaces.
 *
 * @example plainWord(" Anger\u200b") // "anger"
 */
export function plainWord(word: string): string {
  return visible(word)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/g, " ")
    .trim();
}

/** Whether a word holds characters that nobody sees. */
export function hasInvisible(word: string): boolean {
  return visible(word) !== word;
}

function visible(word: string): string {
  return word.replace(INVISIBLE, "");
}
