import { checkPositive, InputError } from "../check";
import type { Samples } from "../numbers/samples";
import type { Waveform } from "./waveform";

/**
 * Beyond a billion times full scale no recording goes, and powers would leave what single precision holds.
 */
const highest = 1e9;

/**
 * Refuses a waveform that no feature can be computed of: no samples, a sample that is not finite or beyond
 * 1e9, a rate that is not positive.
 *
 * @throws InputError that names the first bad sample and its time
 */
export function checkWaveform({
  samples,
  sampleRate,
}: Waveform | { samples: Samples; sampleRate: number }): void {
  checkPositive("sampleRate", sampleRate, "Hz");
  if (samples.length === 0) throw new InputError("the waveform has no samples");
  for (let i = 0; i < samples.length; i++) {
    if (Math.abs(samples[i]) <= highest) continue;
    const seconds = (i / sampleRate).toFixed(3);
    throw new InputError(
      `sample ${i} (at ${seconds} s) is ${samples[i]}, every sample must be a finite number, in [-1, 1) for PCM`,
    );
  }
}
