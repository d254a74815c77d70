import { InputError } from "../../check";
import type { Labelled } from "../../corpus/recording";
import type { Fold } from "./fold";
import { foldsBySpeaker, sortedSpeakers } from "./fold-of";

/** Recordings per emotion, emotions in ascending order. */
type Counts = readonly number[];

/**
 * Whole speakers in K folds with emotions spread as evenly as speakers allow, as scikit-learn's
 * StratifiedGroupKFold without shuffle: speakers with the most uneven emotions first, each to the
 * fold that keeps the emotions' shares most even over the folds (of about equal ones the one with
 * fewer recordings).
 *
 * @throws InputError when there are fewer speakers than folds, or no emotion has K recordings.
 *
 * @example stratifiedGroupKFold(recordings, 2).map(({ test }) => test.length) // [12, 12]
 */
export function stratifiedGroupKFold(recordings: readonly Labelled[], k: number): Fold[] {
  const speakers = sortedSpeakers(recordings, k);
  const bySpeaker = countBySpeaker(recordings, speakers);
  const totals = sumOf([...bySpeaker.values()]);
  if (Math.max(...totals) < k) {
    throw new InputError(
      `${k} stratified folds need an emotion with ${k} recordings, the most is ${Math.max(...totals)}`,
    );
  }
  const unevenFirst = speakers.sort((a, b) => spread(bySpeaker.get(b)!) - spread(bySpeaker.get(a)!));
  const folds: Counts[] = Array.from({ length: k }, () => totals.map(() => 0));
  const foldOfSpeaker = new Map<string, number>();
  for (const speaker of unevenFirst) {
    const best = bestFold(folds, bySpeaker.get(speaker)!, totals);
    folds[best] = sumOf([folds[best], bySpeaker.get(speaker)!]);
    foldOfSpeaker.set(speaker, best);
  }
  return foldsBySpeaker(recordings, k, foldOfSpeaker);
}

function countBySpeaker(recordings: readonly Labelled[], speakers: readonly string[]): Map<string, Counts> {
  const emotions = [...new Set(recordings.map(({ emotion }) => emotion))].sort();
  const counts = new Map(speakers.map((speaker) => [speaker, emotions.map(() => 0)]));
  for (const { speaker, emotion } of recordings) counts.get(speaker)![emotions.indexOf(emotion)] += 1;
  return counts;
}

function bestFold(folds: readonly Counts[], added: Counts, totals: Counts): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  let fewest = Number.POSITIVE_INFINITY;
  folds.forEach((fold, i) => {
    const proposed = folds.map((counts, j) => (j === i ? sumOf([counts, added]) : counts));
    const unevenness = unevennessOf(proposed, totals);
    const size = fold.reduce((a, b) => a + b, 0);
    if (unevenness < least || (isClose(unevenness, least) && size < fewest)) {
      [best, least, fewest] = [i, unevenness, size];
    }
  });
  return best;
}

/** Mean over emotions of the spread, over folds, of the emotion's share. */
function unevennessOf(folds: readonly Counts[], totals: Counts): number {
  const spreads = totals.map((total, emotion) => spread(folds.map((counts) => counts[emotion] / total)));
  return spreads.reduce((a, b) => a + b, 0) / spreads.length;
}

function sumOf(counts: readonly Counts[]): number[] {
  return counts[0].map((_, emotion) => counts.reduce((sum, row) => sum + row[emotion], 0));
}

/** Population standard deviation. */
function spread(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** numpy's isclose with its default tolerances. */
function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-8 + 1e-5 * Math.abs(b);
}
