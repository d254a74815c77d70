import type { Samples } from "../numbers/samples";

/**
 * Beyond a billion times full scale no recording goes, and powers would leave what single precision
 * holds.
 */
const HIGHEST = 1e9;

/** The place of the first sample that is no number or beyond 1e9; -1 where all are good. */
export function firstBadSample(samples: Samples): number {
  for (let i = 0; i < samples.length; i++) if (!(Math.abs(samples[i]) <= HIGHEST)) return i;
  return -1;
}

/**
 * What is wrong with a bad sample, in one sentence.
 *
 * @param place of the sample, in words: "sample 3 (at 0.001 s)"
 */
export function badSample(place: string, value: number): string {
  return `${place} is ${value}, every sample must be a finite number, in [-1, 1) for PCM`;
}
