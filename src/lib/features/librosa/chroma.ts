import { Stft, type StftOptions } from "../../frames/stft";
import type { Matrix } from "../../numbers/matrix";
import type { Samples } from "../../numbers/samples";
import { ChromaFilterBank } from "./chroma-filter-bank";
import { TuningEstimator } from "./tuning";

/**
 * The strength of the 12 pitch classes over time, the strongest of each frame at 1. Follows
 * librosa.feature.chroma_stft: of the power spectrum, with the tuning estimated from the recording
 * where it is not given.
 *
 * @param sampleRate in Hz
 * @param options STFT settings; `tuning` in semitones from A4 = 440 Hz
 * @returns frames x 12, C first; 0 for silence
 * @example chroma(tone(440).samples, 16000).data[9] // 1
 */
export function chroma(
  samples: Samples,
  sampleRate: number,
  options: StftOptions & { readonly tuning?: number } = {},
): Matrix {
  const stft = new Stft(options);
  const frames = stft.frames(samples);
  const spectrum = new Float64Array(stft.bins);
  const bank = new ChromaFilterBank(
    sampleRate,
    stft.nFft,
    options.tuning ?? tuningOf(samples, sampleRate, stft),
  );
  const data = new Float64Array(frames.count * 12);
  for (let t = 0; t < frames.count; t++) {
    const classes = bank.apply(
      stft.power(frames, t, spectrum),
      data.subarray(t * 12, (t + 1) * 12) as Float64Array,
    );
    const highest = Math.max(...classes);
    if (highest > 0) for (let c = 0; c < 12; c++) classes[c] /= highest;
  }
  return { rows: frames.count, columns: 12, data };
}

/**
 * The tuning of a recording in semitones, from its power spectra (librosa.estimate_tuning as
 * chroma_stft calls it).
 */
function tuningOf(samples: Samples, sampleRate: number, stft: Stft): number {
  const tuning = new TuningEstimator(sampleRate, stft.nFft);
  const frames = stft.frames(samples);
  const spectrum = new Float64Array(stft.bins);
  for (let t = 0; t < frames.count; t++) tuning.add(stft.power(frames, t, spectrum));
  return tuning.estimate();
}
