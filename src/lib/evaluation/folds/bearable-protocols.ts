import type { Labelled } from "../../corpus/recording";
import { groupBy } from "../../numbers/group-by";
import { makeFolds } from "./folds";

/** A way of evaluating that a corpus can bear. */
export interface BearableProtocol {
  /** As `--folds` takes it. */
  readonly folds: string;
  /** What it shows, and what is weak about it, in one sentence. */
  readonly says: string;
}

/** With more speakers, leaving each out costs hours and tells little more than ten folds. */
const MANY_SPEAKERS = 40;
/** Fewer speakers give no interval that means anything. */
const FEW_SPEAKERS = 4;
/** More sentences are no list that every speaker was given. */
const MOST_TEXTS = 50;

/**
 * Which protocols the data can bear, the best first: by its speakers, its own folds and its texts.
 *
 * @example bearableProtocols(recordings).map(({ folds }) => folds) // ["official", "loso"]
 */
export function bearableProtocols(recordings: readonly Labelled[]): BearableProtocol[] {
  const speakers = groupBy(recordings, ({ speaker }) => speaker);
  speakers.delete("");
  const ways = [official(recordings), ...acrossSpeakers(recordings, speakers), acrossTexts(recordings)];
  const bearable = ways.filter((way) => way !== undefined).filter(({ folds }) => works(folds, recordings));
  if (bearable.length > 0) return bearable;
  const says = "the same voices are in training and test, so it says nothing of other voices";
  return [{ folds: "random-5", says }];
}

function official(recordings: readonly Labelled[]): BearableProtocol | undefined {
  const columns = Object.keys(recordings[0]?.extra ?? {}).map((column) => column.toLowerCase());
  if (!["fold", "split", "partition", "set", "subset"].some((name) => columns.includes(name)))
    return undefined;
  return { folds: "official", says: "the corpus's own folds, to compare with what others report" };
}

function acrossSpeakers(
  recordings: readonly Labelled[],
  speakers: ReadonlyMap<string, readonly Labelled[]>,
): BearableProtocol[] {
  const emotions = [...groupBy(recordings, ({ emotion }) => emotion)];
  const voices = emotions.map(
    ([emotion, same]) => [emotion, new Set(same.map((one) => one.speaker)).size] as const,
  );
  const [rarest, fewest] = voices.reduce((a, b) => (b[1] < a[1] ? b : a), [
    "",
    Number.POSITIVE_INFINITY,
  ] as const);
  const complete = [...speakers.values()].filter(
    (own) => new Set(own.map(({ emotion }) => emotion)).size === emotions.length,
  ).length;
  const have = `${complete} of ${speakers.size} speakers have every emotion`;
  const weak =
    speakers.size < FEW_SPEAKERS
      ? `; ${speakers.size} voices are too few for an interval that means anything`
      : fewest < FEW_SPEAKERS
        ? `; ${rarest} is of ${fewest} voices only, so that its recall says little`
        : "";
  const folds =
    speakers.size <= MANY_SPEAKERS ? "loso" : `stratified-group-${Math.min(10, Math.max(2, fewest))}`;
  return [{ folds, says: `unseen speakers: ${have}${weak}` }];
}

function acrossTexts(recordings: readonly Labelled[]): BearableProtocol | undefined {
  const texts = groupBy(recordings, ({ extra }) => extra?.text ?? "");
  const isShared = (same: readonly Labelled[]) => new Set(same.map(({ speaker }) => speaker)).size > 1;
  if (texts.has("") || texts.size < 2 || texts.size > MOST_TEXTS || ![...texts.values()].every(isShared))
    return undefined;
  return {
    folds: "speaker+text",
    says: `unseen speakers who say unseen words: ${texts.size} texts are said by several`,
  };
}

/** The splitter itself knows what it refuses. */
function works(folds: string, recordings: readonly Labelled[]): boolean {
  try {
    return makeFolds(folds, recordings, 0).length > 0;
  } catch {
    return false;
  }
}
