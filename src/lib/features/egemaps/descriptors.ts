import type { Waveform } from "../../audio/waveform";
import { FrameAnalyser } from "./frame-analysis";

/** What eGeMAPS measures in a recording over time, for looking at: one value every 10 ms, NaN where it is not defined. */
export interface Descriptors {
  /** Middle of each frame. */
  readonly seconds: Float64Array;
  /** NaN in unvoiced frames. */
  readonly f0Hz: Float64Array;
  /** Formants 1 to 3; NaN in unvoiced frames, where there is no vowel to have them. */
  readonly formantsHz: readonly Float64Array[];
  /** Loudness as the ear weighs it, without unit. */
  readonly loudness: Float64Array;
  /** Harmonics-to-noise ratio; NaN in unvoiced frames. */
  readonly hnrDb: Float64Array;
}

/** A 60 ms frame has the middle of the 20 ms frame that starts two hops later. */
const hopSeconds = 0.01;
const longMiddleSeconds = 0.03;
const shortAhead = 2;

/**
 * The descriptors of a recording on one time axis, before smoothing and functionals.
 *
 * @example egemapsDescriptors(vowelOf200Hz).f0Hz[20] // 200.1
 */
export function egemapsDescriptors(waveform: Waveform): Descriptors {
  const { contours, shortFrames, longFrames } = new FrameAnalyser(waveform.sampleRate).analyse(waveform);
  const count = Math.min(longFrames, shortFrames - shortAhead);
  const over = (of: (t: number) => number) =>
    Float64Array.from({ length: Math.max(0, count) }, (_, t) => of(t));
  const whereVoiced = (of: (t: number) => number) => over((t) => (contours.F0hz[t] > 0 ? of(t) : Number.NaN));
  const formants = [contours.F1frequency, contours.F2frequency, contours.F3frequency];
  return {
    seconds: over((t) => longMiddleSeconds + t * hopSeconds),
    f0Hz: whereVoiced((t) => contours.F0hz[t]),
    formantsHz: formants.map((hertz) => whereVoiced((t) => hertz[t + shortAhead])),
    loudness: over((t) => contours.loudness[t + shortAhead]),
    hnrDb: whereVoiced((t) => contours.HNRdBACF[t]),
  };
}
