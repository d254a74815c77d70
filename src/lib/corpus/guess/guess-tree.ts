import { partOf } from "../adapters/forms/table-files";
import type { CorpusTree } from "../corpus-tree";
import { commonName } from "../words/emotion-words";
import { type PathPlace, pathPlaces } from "./path-places";

/** What a place in the paths is taken for. */
export interface GuessedPlace {
  /** In words: "the folder that holds the file". */
  readonly words: string;
  /** How often each value stands there, in descending order. */
  readonly counts: readonly (readonly [value: string, count: number])[];
}

/** One row of a draft. */
export interface GuessedRow {
  readonly file: string;
  /** Empty where it is not guessed. */
  readonly emotion: string;
  readonly original: string;
  readonly speaker: string;
  readonly split: string;
}

/** What the paths of an unknown tree seem to tell. */
export interface TreeGuess {
  /** Absolute path of the folder. */
  readonly root: string;
  readonly emotion?: GuessedPlace;
  readonly speaker?: GuessedPlace;
  readonly split?: GuessedPlace;
  readonly rows: readonly GuessedRow[];
}

/** An emotion or part is guessed where so many of the paths have a word for one. */
const MOST = 0.8;

/**
 * How people call voices in names and folders; bare numbers in names count takes as often as
 * voices.
 */
const VOICE =
  /^(s|sp|spk|spkr|speaker|actor|actress|subject|subj|sub|p|participant|person|user|talker|voice|id|m|f|w|male|female|man|woman)[ _-]?\d{1,4}$/i;

/**
 * Guesses which part of the paths is the emotion (by its words), which the speaker (by the way that
 * voices are called, and by voices having several emotions) and which the part of the corpus. A
 * draft to correct: nothing is evaluated on it.
 *
 * @example
 * guessTree({ root: ".", sounds: ["Angry/1.wav", "Sad/1.wav"] }).emotion?.words
 *   // "the folder that holds the file"
 */
export function guessTree({ root, sounds }: Pick<CorpusTree, "root" | "sounds">): TreeGuess {
  const places = pathPlaces(sounds);
  const emotion = bestByWords(places, commonName);
  const split = bestByWords(
    places.filter(({ kind }) => kind === "folder"),
    partOf,
  );
  const emotions = sounds.map((_, i) => commonName(emotion?.values[i] ?? "") ?? "");
  const speaker = bestSpeaker(
    places.filter((place) => place !== emotion && place !== split),
    emotions,
  );
  const rows = sounds.map((file, i) => ({
    file,
    emotion: emotions[i],
    original: emotion?.values[i] ?? "",
    speaker: speaker?.values[i] ?? "",
    split: partOf(split?.values[i] ?? "") ?? "",
  }));
  return { root, emotion: guessed(emotion), speaker: guessed(speaker), split: guessed(split), rows };
}

/** The place where most paths have a word of a kind, and two such words or more. */
function bestByWords(
  places: readonly PathPlace[],
  meaning: (word: string) => string | undefined,
): PathPlace | undefined {
  const scored = places.map((place) => {
    const found = place.values.map((value) => meaning(value ?? "")).filter((word) => word !== undefined);
    const share = new Set(found).size > 1 ? found.length / place.values.length : 0;
    return { place, share };
  });
  return best(scored.filter(({ share }) => share >= MOST).map(({ place, share }) => [place, share]));
}

function bestSpeaker(places: readonly PathPlace[], emotions: readonly string[]): PathPlace | undefined {
  return best(
    places.map((place) => [place, speakerScore(place, emotions)] as const).filter(([, score]) => score > 0),
  );
}

/**
 * Above 0 where the values are called as voices are, or are folders whose voices have several
 * emotions each.
 */
function speakerScore({ kind, values }: PathPlace, emotions: readonly string[]): number {
  const present = values.filter((value) => value !== undefined);
  const distinct = [...new Set(present)];
  if (present.length < values.length || distinct.length < 2 || distinct.length > values.length / 2) return 0;
  if (distinct.some((value) => commonName(value) || partOf(value))) return 0;
  const crossed = distinct.map((value) => new Set(emotions.filter((_, i) => values[i] === value)).size);
  const crossing = crossed.filter((count) => count > 1).length / distinct.length;
  const called = distinct.filter((value) => VOICE.test(value)).length / distinct.length;
  if (called >= MOST) return 2 + crossing;
  return kind === "folder" && crossing >= 0.5 ? 1 + crossing : 0;
}

/** The first of those with the highest score. */
function best(scored: readonly (readonly [PathPlace, number])[]): PathPlace | undefined {
  const [first, ...others] = scored;
  return first && others.reduce((a, b) => (b[1] > a[1] ? b : a), first)[0];
}

function guessed(place: PathPlace | undefined): GuessedPlace | undefined {
  if (!place) return undefined;
  const counts = new Map<string, number>();
  for (const value of place.values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return {
    words: place.words,
    counts: [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)),
  };
}
