import { InputError } from "../check";

/** What recordings and streams may have, in Hz, both ends included. */
export const sampleRateRange = [4000, 192000] as const;

/**
 * Refuses a sample rate that speech is not recorded at.
 *
 * @param sampleRate in Hz
 * @param name of the file, for the error
 * @throws InputError for one that is not a whole number from 4,000 to 192,000
 * @example checkSampleRate(1, "a.wav") // throws "a.wav: sampleRate=1 must be a whole number of Hz from 4000 to 192000"
 */
export function checkSampleRate(sampleRate: number, name?: string): void {
  const [lowest, highest] = sampleRateRange;
  if (Number.isInteger(sampleRate) && sampleRate >= lowest && sampleRate <= highest) return;
  throw new InputError(
    `${name ? `${name}: ` : ""}sampleRate=${sampleRate} must be a whole number of Hz from ${lowest} to ${highest}`,
  );
}
