import { checkPositive, InputError } from "../check";
import type { Samples } from "../numbers/samples";
import { badSample, firstBadSample } from "./sample-bounds";
import type { Waveform } from "./waveform";

/**
 * Refuses a waveform that no feature can be computed of: no samples, a sample that is not finite or
 * beyond 1e9, a rate that is not positive.
 *
 * @throws InputError that names the first bad sample and its time
 */
export function checkWaveform({
  samples,
  sampleRate,
}: Waveform | { samples: Samples; sampleRate: number }): void {
  checkPositive("sampleRate", sampleRate, "Hz");
  if (samples.length === 0) throw new InputError("the waveform has no samples");
  const bad = firstBadSample(samples);
  if (bad < 0) return;
  throw new InputError(badSample(`sample ${bad} (at ${(bad / sampleRate).toFixed(3)} s)`, samples[bad]));
}
