import type { Samples } from "../audio/waveform";
import { InputError } from "../check";

const lowestRate = 4000;
const highestRate = 192000;
/** A ratio of larger numbers would take a filter of many megabytes; the usual rates stay below 700. */
const largestRatio = 2000;

/**
 * Refuses rates at which a stream cannot be listened to.
 *
 * @throws InputError outside of 4,000 to 192,000 Hz, or for a rate such as 47,999 Hz that has no small ratio with the model's
 */
export function checkStreamRate(sampleRate: number, modelRate: number): void {
  if (!Number.isInteger(sampleRate) || sampleRate < lowestRate || sampleRate > highestRate) {
    throw new InputError(
      `sampleRate=${sampleRate} must be a whole number of Hz from ${lowestRate} to ${highestRate}`,
    );
  }
  if (modelRate / commonDivisor(sampleRate, modelRate) <= largestRatio) return;
  throw new InputError(
    `sampleRate=${sampleRate} has no small ratio with the model's ${modelRate} Hz; send 16000, 44100 or 48000 Hz`,
  );
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** Beyond a billion times full scale no recording goes. */
const highestSample = 1e9;

/** Checks the samples of a stream as they come, and counts them. */
export class StreamChecker {
  private taken = 0;

  /** @param sampleRate in Hz, for the times that it tells */
  constructor(private readonly sampleRate: number) {}

  /** @throws InputError that names the first bad sample and its time; the samples then do not count */
  check(samples: Samples): void {
    const bad = samples.findIndex((sample) => !(Math.abs(sample) <= highestSample));
    if (bad >= 0) {
      const place = this.taken + bad;
      const seconds = (place / this.sampleRate).toFixed(3);
      throw new InputError(
        `sample ${place} of the stream (at ${seconds} s) is ${samples[bad]}, every sample must be a finite number, in [-1, 1) for PCM`,
      );
    }
    this.taken += samples.length;
  }
}
