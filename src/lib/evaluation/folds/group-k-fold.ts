import type { Labelled } from "../../corpus/recording";
import type { Fold } from "./fold";
import { foldsBySpeaker, sortedSpeakers } from "./fold-of";

/**
 * Whole speakers in K folds of about the same size, as scikit-learn's GroupKFold: the largest
 * speaker first, of equal ones the last in sorted order first, each to the fold that is lightest
 * (of equal ones the first).
 *
 * @throws InputError when there are fewer speakers than folds.
 *
 * @example groupKFold(recordings, 3).map(({ test }) => test.length) // [12, 6, 6]
 */
export function groupKFold(recordings: readonly Labelled[], k: number): Fold[] {
  const speakers = sortedSpeakers(recordings, k);
  const sizes = new Map(speakers.map((speaker) => [speaker, 0]));
  for (const { speaker } of recordings) sizes.set(speaker, sizes.get(speaker)! + 1);
  const largestFirst = speakers.reverse().sort((a, b) => sizes.get(b)! - sizes.get(a)!);
  const weights = new Array<number>(k).fill(0);
  const foldOfSpeaker = new Map<string, number>();
  for (const speaker of largestFirst) {
    const lightest = weights.indexOf(Math.min(...weights));
    weights[lightest] += sizes.get(speaker)!;
    foldOfSpeaker.set(speaker, lightest);
  }
  return foldsBySpeaker(recordings, k, foldOfSpeaker);
}
