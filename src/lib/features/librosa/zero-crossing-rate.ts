import { type FrameOptions, Frames } from "../../frames/frame";
import type { Samples } from "../../numbers/samples";

/** Smaller values count as zero, that is as positive. */
const threshold = 1e-10;

/**
 * The share of samples of each frame at which the sign changes. Follows
 * librosa.feature.zero_crossing_rate (edges repeated beyond the ends).
 *
 * @returns one number per frame, 0 to 1
 * @example zeroCrossingRate(tone(1000).samples)[10] // 0.125
 */
export function zeroCrossingRate(samples: Samples, options: FrameOptions = {}): Float64Array {
  const frames = new Frames(samples, { padMode: "edge", ...options });
  const frame = new Float64Array(frames.frameLength);
  return Float64Array.from({ length: frames.count }, (_, t) => {
    frames.read(t, frame);
    let crossings = 0;
    for (let i = 1; i < frame.length; i++)
      if (frame[i] < -threshold !== frame[i - 1] < -threshold) crossings++;
    return crossings / frame.length;
  });
}
