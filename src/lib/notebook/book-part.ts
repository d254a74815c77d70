import type { CheckedCorpus } from "../corpus/recording";
import { limitPerSpeaker } from "../corpus/selection/limit-per-speaker";
import { groupBy } from "../numbers/group-by";
import { random } from "../numbers/random";

/** So many of one speaker at most, of as many speakers as it takes. */
const [mostOfSpeaker, enough] = [15, 120];

/**
 * The part of a corpus on which the chapters try what takes several copies of every recording: 15
 * of each speaker, of speakers in an order drawn once and for all until 120 recordings are
 * together. The order stays, and a note says what was left out.
 *
 * ```ts
 * bookPart(corpus).recordings.length // 120
 * ```
 */
export function bookPart(corpus: CheckedCorpus): CheckedCorpus {
  const { recordings } = corpus;
  const few = groupBy(limitPerSpeaker(recordings, mostOfSpeaker), ({ speaker }) => speaker);
  const kept = new Set<(typeof recordings)[number]>();
  for (const speaker of random("part").shuffle([...few.keys()])) {
    if (kept.size >= enough) break;
    for (const one of few.get(speaker) ?? []) kept.add(one);
  }
  if (kept.size === recordings.length) return corpus;
  const note = `${kept.size} of ${recordings.length} recordings, at most ${mostOfSpeaker} of a speaker.`;
  return {
    ...corpus,
    recordings: recordings.filter((one) => kept.has(one)),
    notes: [...(corpus.notes ?? []), note],
  };
}
