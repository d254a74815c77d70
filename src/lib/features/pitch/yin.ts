import { Frames } from "../../frames/frame";
import type { Samples } from "../../numbers/samples";
import { chooseTrough } from "./choose-trough";
import { YinDifference } from "./yin-difference";
import { parabolicShift, periodsOf, type YinOptions } from "./yin-options";

/**
 * F0 of every frame by YIN (de Cheveigné & Kawahara 2002), in Hz; unvoiced frames get some number
 * in the range, too. Follows librosa.yin.
 *
 * @param sampleRate in Hz
 * @param options the range fMin to fMax; frames of 2048 samples every 512 by default;
 *   `troughThreshold` (default 0.1): the first trough below it gives the period, the lowest
 *   difference where there is none
 * @returns one number per frame
 * @example yin(tone(220).samples, 16000, { fMin: 65, fMax: 500 })[10] // 220.1
 */
export function yin(
  samples: Samples,
  sampleRate: number,
  options: YinOptions & { readonly troughThreshold?: number },
): Float64Array {
  const { minPeriod, maxPeriod } = periodsOf(sampleRate, options);
  const frames = new Frames(samples, options);
  const difference = new YinDifference(frames.frameLength, minPeriod, maxPeriod);
  const buffer = new Float64Array(frames.frameLength);
  return Float64Array.from({ length: frames.count }, (_, t) => {
    const values = difference.of(frames.read(t, buffer));
    const chosen = chooseTrough(values, options.troughThreshold ?? 0.1);
    return sampleRate / (minPeriod + chosen + parabolicShift(values, chosen));
  });
}
