import { groupBy } from "../../numbers/group-by";
import { percent } from "../../numbers/percent";
import type { Labelled } from "../recording";

/** How far the speaker alone tells the emotion. */
export interface Confounding {
  readonly speakers: number;
  /** Speakers with recordings of one emotion only. */
  readonly oneEmotionSpeakers: number;
  /** Accuracy of saying each speaker's most frequent emotion. */
  readonly speakerGuess: number;
  /** Accuracy of saying the corpus's most frequent emotion. */
  readonly majorityGuess: number;
  /** A sentence with the numbers, where they are bad enough to mislead. */
  readonly warning?: string;
}

/**
 * Measures whether speaker and emotion are confounded: then a model may learn voices instead of
 * emotions, and normalisation by speaker removes the emotion. Warns when at least half of the
 * speakers have one emotion only, or knowing the speaker lifts the accuracy of a guess by .25 or
 * more.
 *
 * @example confounding(recordings) // { speakers: 4, oneEmotionSpeakers: 0, ... }
 */
export function confounding(recordings: readonly Labelled[]): Confounding {
  const groups = [...groupBy(recordings, ({ speaker }) => speaker).values()];
  const speakers = groups.length;
  const oneEmotionSpeakers = groups.filter(
    (group) => new Set(group.map(({ emotion }) => emotion)).size === 1,
  ).length;
  const speakerGuess = groups.reduce((sum, group) => sum + mostFrequent(group), 0) / recordings.length;
  const majorityGuess = mostFrequent(recordings) / recordings.length;
  const numbers = { speakers, oneEmotionSpeakers, speakerGuess, majorityGuess };
  const emotions = new Set(recordings.map(({ emotion }) => emotion)).size;
  const misleads = oneEmotionSpeakers * 2 >= speakers || speakerGuess - majorityGuess >= 0.25;
  return emotions > 1 && misleads ? { ...numbers, warning: warningOf(numbers) } : numbers;
}

function mostFrequent(recordings: readonly Labelled[]): number {
  return Math.max(...[...groupBy(recordings, ({ emotion }) => emotion).values()].map(({ length }) => length));
}

function warningOf({ speakers, oneEmotionSpeakers, speakerGuess, majorityGuess }: Confounding): string {
  return (
    `Speaker and emotion are confounded: ${oneEmotionSpeakers} of ${speakers} speakers have one emotion only, and the speaker alone tells the ` +
    `emotion of ${percent(speakerGuess)} of the recordings (the most frequent emotion: ${percent(majorityGuess)}); ` +
    "models may learn voices, and normalisation by speaker removes the emotion."
  );
}
