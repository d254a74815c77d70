import type { Waveform } from "../../audio/waveform";
import { Frames } from "../../frames/frame";
import { median } from "../../numbers/median";
import { chooseTrough } from "./choose-trough";
import { YinDifference } from "./yin-difference";
import { parabolicShift, periodsOf } from "./yin-options";

const range = { fMin: 60, fMax: 500 };
/** A frame that repeats itself less well is taken for unvoiced. */
const voicedBelow = 0.15;

/**
 * The median F0 of the voiced frames of speech, in Hz, by YIN from 60 to 500 Hz on frames of some
 * 64 ms every 20 ms: cheaper than `speechPitch` and enough for one number.
 *
 * @returns undefined where no frame is voiced
 * @example medianPitch(tone(220)) // 220.5
 */
export function medianPitch({ samples, sampleRate }: Waveform): number | undefined {
  const frameLength = 2 ** Math.round(Math.log2(0.064 * sampleRate));
  const frames = new Frames(samples, { frameLength, hopLength: Math.round(0.02 * sampleRate) });
  const { minPeriod, maxPeriod } = periodsOf(sampleRate, { ...range, frameLength });
  const difference = new YinDifference(frameLength, minPeriod, maxPeriod);
  const buffer = new Float64Array(frameLength);
  const voiced: number[] = [];
  for (let t = 0; t < frames.count; t++) {
    const values = difference.of(frames.read(t, buffer));
    const chosen = chooseTrough(values, voicedBelow);
    if (values[chosen] >= voicedBelow) continue;
    voiced.push(sampleRate / (minPeriod + chosen + parabolicShift(values, chosen)));
  }
  return voiced.length > 0 ? median(voiced.sort((a, b) => a - b)) : undefined;
}
