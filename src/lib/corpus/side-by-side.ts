import { groupBy } from "../numbers/group-by";
import type { Recording } from "./recording";

/**
 * One recording per emotion, as alike as the corpus allows: the speaker and text with most
 * emotions; what is missing there comes from the same speaker, else from anyone. The corpus's
 * `text` column, where it has one, tells which recordings say the same.
 *
 * @returns sorted by emotion
 * @example sideBySide(recordings).map(({ emotion }) => emotion) // ["anger", "neutral", "sadness"]
 */
export function sideBySide(recordings: readonly Recording[]): Recording[] {
  const sentences = groupBy(recordings, ({ speaker, extra }) => JSON.stringify([speaker, extra.text ?? ""]));
  const emotionsOf = (group: readonly Recording[]) => new Set(group.map(({ emotion }) => emotion)).size;
  const best = [...sentences.values()].reduce((a, b) => (emotionsOf(b) > emotionsOf(a) ? b : a));
  const speakers = recordings.filter(({ speaker }) => speaker === best[0].speaker);
  const emotions = [...new Set(recordings.map(({ emotion }) => emotion))].sort();
  return emotions.map(
    (wanted) => [...best, ...speakers, ...recordings].find(({ emotion }) => emotion === wanted)!,
  );
}
