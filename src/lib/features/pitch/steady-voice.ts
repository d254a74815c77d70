import { resample } from "../../audio/resample";
import type { Waveform } from "../../audio/waveform";
import { pyin } from "./pyin";

/** A stretch of a recording in which the voice holds its pitch. */
export interface SteadyVoice {
  readonly fromSeconds: number;
  /** Mean over the stretch; nothing where no stretch of the recording is voiced throughout. */
  readonly f0Hz?: number;
}

const sampleRate = 16000;
const hopLength = 160;
const settings = { fMin: 60, fMax: 500, frameLength: 1024, hopLength };

/**
 * The stretch of a recording in which the pitch, by pYIN, moves least for its height; the beginning
 * where there is none.
 *
 * @param durationSeconds of the stretch
 * @example steadyVoice({ samples: new Float32Array(16000), sampleRate: 16000 }, 0.1) // { fromSeconds: 0 }
 */
export function steadyVoice(waveform: Waveform, durationSeconds: number): SteadyVoice {
  const { f0Hz, timesSeconds } = pyin(resample(waveform, sampleRate).samples, sampleRate, settings);
  const frames = Math.round((durationSeconds * sampleRate) / hopLength) + 1;
  let steadiest: SteadyVoice = { fromSeconds: 0 };
  let leastSpread = Number.POSITIVE_INFINITY;
  for (let start = 0; start + frames <= f0Hz.length; start++) {
    const stretch = f0Hz.subarray(start, start + frames);
    const mean = stretch.reduce((sum, hz) => sum + hz, 0) / frames;
    const spread = (Math.max(...stretch) - Math.min(...stretch)) / mean;
    // Unvoiced frames are NaN, and no comparison with NaN holds.
    if (!(spread < leastSpread)) continue;
    leastSpread = spread;
    steadiest = { fromSeconds: timesSeconds[start], f0Hz: mean };
  }
  return steadiest;
}
