import { checkPositive } from "../check";
import { filterBetween } from "./resampling/filter-between";
import type { Waveform } from "./waveform";

/**
 * Resamples with a windowed sinc of linear phase (`filterBetween`): passes up to 0.91 of the lower
 * half rate and stops from there to the half rate, below -125 dB. The result has `ceil(samples x to
 * / from)` samples, as librosa.resample's; beyond the ends stands silence.
 *
 * @param sampleRate the rate wanted, in Hz, a whole number
 * @throws InputError for a rate that is not positive
 * @example resample({ samples: new Float32Array(44100), sampleRate: 44100 }, 16000).samples.length // 16000
 */
export function resample(waveform: Waveform, sampleRate: number): Waveform {
  checkPositive("sampleRate", sampleRate, "Hz");
  if (waveform.sampleRate === sampleRate) return waveform;
  const filter = filterBetween(waveform.sampleRate, sampleRate);
  const samples = new Float32Array(filter.outputLength(waveform.samples.length));
  for (let n = 0; n < samples.length; n += filter.blockLengths.outputs) {
    const block = filter.block(waveform.samples, filter.firstInput(n), n);
    samples.set(block.subarray(0, samples.length - n), n);
  }
  return { samples, sampleRate };
}
