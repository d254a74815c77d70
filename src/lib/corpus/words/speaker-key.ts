import { plainWord } from "./plain-word";

/** Words before a speaker's number that tell nothing of the voice. */
const PREFIX = /^(s|sp|spk|spkr|speaker|actor|talker|subject|subj|sub|participant|person|p|id) ?(?=\d)/;

/**
 * What the spellings of one speaker's name have in common: 03, 3, 3.0, S03 and s03 give the same.
 *
 * @example ["03", "3.0", "S03", "spk 3"].map(speakerKey) // ["3", "3", "3", "3"]
 */
export function speakerKey(speaker: string): string {
  const word = plainWord(speaker).replace(PREFIX, "");
  return /^\d+(\.0+)?$/.test(word) ? String(Number.parseInt(word, 10)) : word;
}
