import { checkSampleRate } from "../audio/check-sample-rate";
import { badSample, firstBadSample } from "../audio/sample-bounds";
import { InputError } from "../check";
import type { Samples } from "../numbers/samples";
import { type StreamOptions, streamBounds } from "./stream-options";

/**
 * Refuses options with which a stream cannot be listened to.
 *
 * @throws InputError for a rate outside of 4,000 to 192,000 Hz, and for other options out of range
 */
export function checkStreamOptions(options: StreamOptions): void {
  checkSampleRate(options.sampleRate);
  for (const [name, [lowest, highest]] of Object.entries(streamBounds)) {
    const value = options[name as keyof typeof streamBounds];
    if (value === undefined || (value >= lowest && value <= highest)) continue;
    throw new InputError(`${name}=${value} must be from ${lowest} to ${highest}`);
  }
  const { smoothing = 1 } = options;
  if (!Number.isInteger(smoothing)) throw new InputError(`smoothing=${smoothing} must be a whole number`);
}

/** Checks the samples of a stream as they come, and counts them. */
export class StreamChecker {
  private taken = 0;

  /** @param sampleRate in Hz, for the times that it tells */
  constructor(private readonly sampleRate: number) {}

  /**
   * @throws InputError that names the first bad sample and its time; the samples then do not count
   */
  check(samples: Samples): void {
    const bad = firstBadSample(samples);
    if (bad >= 0) {
      const place = this.taken + bad;
      const seconds = (place / this.sampleRate).toFixed(3);
      throw new InputError(badSample(`sample ${place} of the stream (at ${seconds} s)`, samples[bad]));
    }
    this.taken += samples.length;
  }
}
