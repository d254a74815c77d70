import type { Random } from "../numbers/random";
import { cosine, ratioOf } from "./exact-math";
import type { Performance } from "./perform";
import type { Segment } from "./segments";
import { smoothStep } from "./smooth-path";

const TREMOR_HZ = 6;
const DRIFT_SECONDS = 0.18;
const DRIFT_SEMITONES = 0.25;
const TWO_PI = 2 * Math.PI;

/**
 * The melody of an utterance: a falling line, an accent on each stressed vowel, the last syllable's
 * rise or fall, tremor, and a slow wander that no voice is without.
 *
 * @returns Fundamental frequency in Hz at each frame, also where nothing is voiced.
 */
export function pitchContour(
  segments: readonly Segment[],
  performance: Performance,
  frames: number,
  hopSeconds: number,
  chance: Random,
): Float64Array {
  const parts = [
    declination(segments, performance.accentSemitones),
    ...segments
      .filter(({ stressed }) => stressed)
      .map((segment) => accent(segment, performance.accentSemitones)),
    lastSyllable(segments, performance.finalSemitones),
    tremor(performance.tremorSemitones),
    drift(frames * hopSeconds, chance),
  ];
  return Float64Array.from({ length: frames }, (_, frame) => {
    const seconds = frame * hopSeconds;
    return performance.f0Hz * ratioOf(parts.reduce((sum, part) => sum + part(seconds), 0));
  });
}

/** A part of the melody: semitones at a time in seconds. */
type Part = (seconds: number) => number;

function declination(segments: readonly Segment[], range: number): Part {
  const [start, end] = spokenSpan(segments);
  return (seconds) => range * (0.4 - 0.8 * Math.min(1, Math.max(0, (seconds - start) / (end - start))));
}

/** Rises over 120 ms to the vowel's middle and falls as long. */
function accent({ startSeconds, endSeconds }: Segment, height: number): Part {
  const peak = (startSeconds + endSeconds) / 2;
  return (seconds) => height * smoothStep(1 - Math.abs(seconds - peak) / 0.12);
}

function lastSyllable(segments: readonly Segment[], semitones: number): Part {
  const [, end] = spokenSpan(segments);
  return (seconds) => semitones * smoothStep(1 - (end - seconds) / 0.22);
}

function tremor(semitones: number): Part {
  return (seconds) => semitones * cosine(TWO_PI * TREMOR_HZ * seconds);
}

function drift(seconds: number, chance: Random): Part {
  const points = Array.from(
    { length: Math.ceil(seconds / DRIFT_SECONDS) + 2 },
    () => 2 * chance.uniform() - 1,
  );
  return (at) => {
    const place = at / DRIFT_SECONDS;
    const i = Math.floor(place);
    return DRIFT_SEMITONES * (points[i] + (points[i + 1] - points[i]) * smoothStep(place - i));
  };
}

function spokenSpan(segments: readonly Segment[]): [start: number, end: number] {
  const spoken = segments.filter(({ kind }) => kind !== "pause");
  return [spoken[0].startSeconds, spoken[spoken.length - 1].endSeconds];
}
