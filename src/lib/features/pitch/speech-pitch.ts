import type { Waveform } from "../../audio/waveform";
import { type PitchContour, pyin } from "./pyin";

/**
 * F0 over time with settings that suit speech: pYIN from 60 to 500 Hz on frames of some 64 ms,
 * every 10 ms.
 *
 * @param options another range, in Hz
 * @example speechPitch(tone(220)).f0Hz[50] // 220.1
 */
export function speechPitch(waveform: Waveform, { fMin = 60, fMax = 500 } = {}): PitchContour {
  const { samples, sampleRate } = waveform;
  const frameLength = 2 ** Math.round(Math.log2(0.064 * sampleRate));
  const hopLength = Math.round(0.01 * sampleRate);
  return pyin(samples, sampleRate, { fMin, fMax, frameLength, hopLength });
}
