import { framePower } from "../../audio/frame-power";
import type { Waveform } from "../../audio/waveform";
import { frameTimesSeconds } from "../../frames/axes";

/** Level over time. */
export interface IntensityContour {
  /** Time of each frame. */
  readonly timesSeconds: Float64Array;
  /** Level of each frame in dB relative to full scale (a constant of 1), at least -100. */
  readonly levelDb: Float64Array;
}

/**
 * Level over time: root mean square of frames of 40 ms every 10 ms, in dB relative to full scale.
 *
 * @example intensityContour({ samples: new Float32Array(16000).fill(0.1), sampleRate: 16000 }).levelDb[50] // -20
 */
export function intensityContour({ samples, sampleRate }: Waveform): IntensityContour {
  const hopLength = Math.round(0.01 * sampleRate);
  const power = framePower(samples, Math.round(0.04 * sampleRate), hopLength);
  return {
    timesSeconds: frameTimesSeconds(power.length, hopLength, sampleRate),
    levelDb: power.map((value) => 10 * Math.log10(Math.max(1e-10, value))),
  };
}
