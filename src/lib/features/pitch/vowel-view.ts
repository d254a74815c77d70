import { resample } from "../../audio/resample";
import type { Waveform } from "../../audio/waveform";
import { windowOf } from "../../frames/window";
import { autocorrelation } from "../../numbers/autocorrelation";
import { RealFft } from "../../numbers/fourier/real-fft";
import { levinson } from "../egemaps/spectrum/linear-prediction";

/** Half of it is what a formant analysis looks at. */
const rateHz = 11000;
const order = 12;
const nFft = 2048;
const highestHz = 5000;

/** A moment of a vowel: what the vocal folds do, and what the mouth makes of it. */
export interface VowelView {
  /** Samples at 11 kHz from `fromSeconds` on, with the time of each in milliseconds. */
  readonly milliseconds: Float64Array;
  readonly samples: Float32Array;
  readonly frequenciesHz: Float64Array;
  /** Below its own maximum. */
  readonly levelDb: Float64Array;
  /** The vocal tract's part by linear prediction of order 12, on the same scale as `levelDb`. */
  readonly envelopeDb: Float64Array;
  /** Peaks of the envelope below 5 kHz, lowest first: the formants, as far as they are seen. */
  readonly formantsHz: readonly number[];
}

/**
 * Takes a stretch of a steady vowel apart into harmonics and envelope (Atal & Hanauer 1971), after
 * a pre-emphasis of 6 dB an octave that undoes the fall of the voice itself.
 */
export function vowelView(waveform: Waveform, fromSeconds: number, durationSeconds: number): VowelView {
  const at11k = resample(waveform, rateHz).samples;
  const from = Math.round(fromSeconds * rateHz);
  const samples = at11k.slice(from, from + Math.round(durationSeconds * rateHz));
  const window = windowOf("hann", samples.length);
  const emphasised = Float64Array.from(
    samples,
    (one, i) => (one - 0.97 * (samples[i - 1] ?? one)) * window[i],
  );
  const lags = new Float64Array(order + 1);
  autocorrelation(emphasised, 0, emphasised.length, 0, lags);
  const filter = levinson(lags, new Float64Array(order));
  const fft = new RealFft(nFft);
  const bins = Math.floor((highestHz * nFft) / rateHz) + 1;
  const levels = (frame: Float64Array) => {
    const padded = new Float64Array(nFft);
    padded.set(frame.subarray(0, nFft));
    const power = fft.power(padded, new Float64Array(fft.bins)).subarray(0, bins);
    return Float64Array.from(power, (one) => 10 * Math.log10(Math.max(1e-12, one)));
  };
  const spectrum = levels(emphasised);
  const inverse = levels(Float64Array.of(1, ...filter)).map((one) => -one);
  const lift = Math.max(...spectrum) - Math.max(...inverse);
  const top = Math.max(...spectrum);
  const envelopeDb = inverse.map((one) => one + lift - top);
  return {
    milliseconds: Float64Array.from(samples, (_, i) => (1000 * i) / rateHz),
    samples,
    frequenciesHz: Float64Array.from({ length: bins }, (_, k) => (k * rateHz) / nFft),
    levelDb: spectrum.map((one) => one - top),
    envelopeDb,
    formantsHz: peaks(envelopeDb).map((k) => (k * rateHz) / nFft),
  };
}

function peaks(levels: Float64Array): number[] {
  return [...levels.keys()].filter((k) => k > 0 && levels[k] > levels[k - 1] && levels[k] >= levels[k + 1]);
}
