import type { Samples } from "../numbers/samples";
import { framePower } from "./frame-power";

/** What counts as sound; names and defaults are librosa's. */
export interface LevelOptions {
  /** Frames further than this below the loudest are silent, in dB; default 60. */
  readonly topDb?: number;
  /** Samples per frame; default 2048. */
  readonly frameLength?: number;
  /** Samples from one frame to the next; default 512. */
  readonly hopLength?: number;
}

/** A stretch of samples: from `start` to before `end`. */
export interface SampleSpan {
  readonly start: number;
  readonly end: number;
}

/** The lowest power that is told from silence: -100 dB. */
const amin = 1e-10;

/**
 * The stretches that are not silent, by the level of frames below the loudest one. Follows
 * librosa.effects.split; digital silence is one stretch, since no frame lies below another.
 *
 * @returns intervals in samples, in order
 * @example
 * const { samples } = tone(220, { seconds: 3 });
 * samples.fill(0, 16000, 32000);
 * split(samples) // [{ start: 0, end: 17408 }, { start: 31232, end: 48000 }]
 */
export function split(samples: Samples, options: LevelOptions = {}): SampleSpan[] {
  const { topDb = 60, frameLength = 2048, hopLength = 512 } = options;
  const power = framePower(samples, frameLength, hopLength);
  const loudest = power.reduce((highest, value) => Math.max(highest, value), amin);
  const intervals: SampleSpan[] = [];
  let start = -1;
  for (let t = 0; t <= power.length; t++) {
    const sounds = t < power.length && 10 * Math.log10(Math.max(amin, power[t]) / loudest) > -topDb;
    if (sounds && start < 0) start = t;
    if (sounds || start < 0) continue;
    intervals.push({ start: start * hopLength, end: Math.min(samples.length, t * hopLength) });
    start = -1;
  }
  return intervals;
}
