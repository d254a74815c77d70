import type { Samples } from "../numbers/samples";
import { type LevelOptions, type SampleSpan, split } from "./split";

/**
 * The recording without silence at its ends: from the first frame that is not silent to the end of
 * the last. Follows librosa.effects.trim.
 *
 * @returns the interval to keep, in samples
 * @example
 * const { samples } = tone(220, { seconds: 1.5 });
 * samples.fill(0, 0, 8000);
 * trim(samples) // { start: 7168, end: 24000 }
 */
export function trim(samples: Samples, options: LevelOptions = {}): SampleSpan {
  const intervals = split(samples, options);
  if (intervals.length === 0) return { start: 0, end: 0 };
  return { start: intervals[0].start, end: intervals[intervals.length - 1].end };
}
