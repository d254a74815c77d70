import type { Recording } from "../recording";

/**
 * Recordings whose speaker is a word for "not told" (MSP-Podcast's Unknown, MELD's All) are not one
 * voice: each gets a speaker of its own; the corpus's word stays in `original_speaker`.
 *
 * @returns the recordings, and one sentence where there are such
 * @example apart([], "Unknown").notes // []
 */
export function apart(
  recordings: readonly Recording[],
  word: string,
): { readonly recordings: readonly Recording[]; readonly notes: readonly string[] } {
  const isWord = (speaker: string) => speaker.toLowerCase() === word.toLowerCase();
  const { length } = recordings.filter(({ speaker }) => isWord(speaker));
  const told = recordings.map((recording) => {
    const { file, speaker, extra } = recording;
    const own = isWord(speaker) ? `${word} ${file}` : speaker;
    return { ...recording, speaker: own, extra: { ...extra, original_speaker: speaker } };
  });
  if (length === 0) return { recordings, notes: [] };
  const note = `${length} recordings have the speaker "${word}", who is not one voice: each counts as a voice of its own; --where 'original_speaker != ${word}' leaves them out.`;
  return { recordings: told, notes: [note] };
}
