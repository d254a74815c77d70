import { InputError } from "../../check";
import type { Labelled } from "../../corpus/recording";
import type { Fold } from "./fold";

/** The fold whose test part is chosen by a predicate; everything else trains. */
export function foldOf(
  name: string,
  recordings: readonly Labelled[],
  isTest: (index: number) => boolean,
): Fold {
  const train: number[] = [];
  const test: number[] = [];
  recordings.forEach((_, index) => {
    (isTest(index) ? test : train).push(index);
  });
  return { name, train, test };
}

/** A fold some of whose training part is there to choose by instead; none stays none. */
export function withDevelopment(fold: Fold, chooses: (index: number) => boolean): Fold {
  const development = fold.train.filter(chooses);
  if (development.length === 0) return fold;
  return { ...fold, train: fold.train.filter((i) => !chooses(i)), development };
}

/** Folds "0", "1", ... from the number of the fold that each speaker is tested in. */
export function foldsBySpeaker(
  recordings: readonly Labelled[],
  k: number,
  foldOfSpeaker: ReadonlyMap<string, number>,
): Fold[] {
  return Array.from({ length: k }, (_, fold) =>
    foldOf(String(fold), recordings, (i) => foldOfSpeaker.get(recordings[i].speaker) === fold),
  );
}

/** Speakers in ascending order (by code unit); refuses fewer than are needed to hold one out. */
export function sortedSpeakers(recordings: readonly Labelled[], needed: number): string[] {
  const speakers = [...new Set(recordings.map(({ speaker }) => speaker))].sort();
  if (speakers.includes(""))
    throw new InputError(
      "folds by speaker need to know who speaks, and the recordings do not tell; name the speakers, or take random-K, which leaks them and says so",
    );
  if (speakers.length >= needed) return speakers;
  throw new InputError(
    `${needed} folds by speaker need ${needed} speakers, the recordings have ${speakers.length}; choose fewer folds, or random-K, which leaks speakers and says so`,
  );
}
