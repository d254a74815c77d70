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
 * Added to the relative spread of the pitch, so that loudness counts where the pitch hardly moves
 * anyway.
 */
const SPREAD_FLOOR = 0.02;

/**
 * The stretch of a recording in which the pitch, by pYIN, moves little for its height while the
 * voice stays loud; the beginning where no stretch is voiced throughout.
 *
 * @param durationSeconds of the stretch
 * @example steadyVoice({ samples: new Float32Array(16000), sampleRate: 16000 }, 0.1) // { fromSeconds: 0 }
 */
export function steadyVoice(waveform: Waveform, durationSeconds: number): SteadyVoice {
  const { samples } = resample(waveform, sampleRate);
  const { f0Hz, timesSeconds } = pyin(samples, sampleRate, settings);
  const frames = Math.round((durationSeconds * sampleRate) / hopLength) + 1;
  let steadiest: SteadyVoice = { fromSeconds: 0 };
  let lowestCost = Number.POSITIVE_INFINITY;
  for (let start = 0; start + frames <= f0Hz.length; start++) {
    const stretch = f0Hz.subarray(start, start + frames);
    const mean = stretch.reduce((sum, hz) => sum + hz, 0) / frames;
    const spread = (Math.max(...stretch) - Math.min(...stretch)) / mean;
    const cost = (spread + SPREAD_FLOOR) / quietestRms(samples, start, frames - 1);
    // Unvoiced frames are NaN, and no comparison with NaN holds.
    if (!(cost < lowestCost)) continue;
    lowestCost = cost;
    steadiest = { fromSeconds: timesSeconds[start], f0Hz: mean };
  }
  return steadiest;
}

/** Root mean square of the quietest hop of a stretch. */
function quietestRms(samples: Float32Array, start: number, hops: number): number {
  const rms = Array.from({ length: hops }, (_, hop) => {
    const from = (start + hop) * hopLength;
    const part = samples.subarray(from, from + hopLength);
    return Math.sqrt(part.reduce((sum, sample) => sum + sample ** 2, 0) / hopLength);
  });
  return Math.min(...rms);
}
