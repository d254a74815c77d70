import { autocorrelation } from "../../../numbers/autocorrelation";
import type { Weighting } from "../../../numbers/plain-weighted-sums";
import { WeightedSums } from "../../../numbers/weighted-sums";
import type { FramedSpectrum } from "./framed-spectrum";

/** Rate that frames are resampled to before linear prediction. */
export const predictionRateHz = 11000;
/** Order of the predictor. */
export const predictionOrder = 11;

/**
 * Linear prediction by the autocorrelation method on frames resampled to 11 kHz (Eyben's thesis,
 * sections 2.2.7 and 2.2.8).
 *
 * As openSMILE does, the frame is resampled in the spectrum: the zero-padded transform's lower
 * bins, as many as half of the new samples, are summed at the new sampling points, from the start
 * of the padding on.
 */
export class LinearPrediction {
  private readonly resampler: SpectralResampler;
  private readonly correlation = new Float64Array(predictionOrder + 1);
  private readonly coefficients = new Float64Array(predictionOrder);

  /** @param frames whose frames will be given to `of` */
  constructor(frames: FramedSpectrum) {
    this.resampler = new SpectralResampler(frames);
  }

  /**
   * The 11 coefficients a of the whitening filter 1 + sum a[i] z^-(i+1), in a buffer that the next
   * call overwrites; zeros for silence.
   */
  of(spectrum: Float64Array): Float64Array {
    const samples = this.resampler.apply(spectrum);
    autocorrelation(samples, 0, samples.length, 0, this.correlation);
    return levinson(this.correlation, this.coefficients);
  }
}

/**
 * The Levinson-Durbin recursion: the whitening filter from the autocorrelation.
 *
 * @param correlation lags 0 to the order
 * @param out as many numbers as the order, which are overwritten and returned
 */
export function levinson(correlation: Float64Array, out: Float64Array): Float64Array {
  out.fill(0);
  let error = correlation[0];
  for (let order = 0; order < out.length && error > 0; order++) {
    let sum = correlation[order + 1];
    for (let i = 0; i < order; i++) sum += out[i] * correlation[order - i];
    const reflection = -sum / error;
    for (let i = 0, j = order - 1; i <= j; i++, j--) {
      const left = out[i];
      out[i] += reflection * out[j];
      if (i !== j) out[j] += reflection * left;
    }
    out[order] = reflection;
    error *= 1 - reflection * reflection;
  }
  return out;
}

/**
 * Sums the lower bins of a spectrum at the sampling points of the new rate. The points lie in pairs
 * around the middle one, so that a pair shares its products with the cosines and sines: half the
 * work of the plain sum.
 */
class SpectralResampler {
  private readonly bins: number;
  private readonly middle: number;
  private readonly turns: Float64Array;
  private readonly turned: Float64Array;
  private readonly pairs: WeightedSums;
  private readonly sums: Float64Array;
  private readonly samples: Float64Array;

  constructor({ fftSize, length, hertzPerBin, bins }: FramedSpectrum) {
    const sampleRate = hertzPerBin * fftSize;
    const count = Math.round((length / sampleRate) * predictionRateHz);
    this.bins = Math.min(Math.floor(count / 2), bins);
    this.middle = Math.floor(count / 2);
    const padding = Math.floor((fftSize - length) / 2);
    const perPoint = (2 * Math.PI * hertzPerBin) / predictionRateHz;
    this.turns = turnsOf(this.bins, perPoint * this.middle - (2 * Math.PI * padding) / fftSize, 2 / fftSize);
    this.turned = new Float64Array(2 * this.bins);
    this.pairs = new WeightedSums(2 * this.bins, pairWeights(this.bins, this.middle, perPoint));
    this.sums = new Float64Array(2 * (this.middle + 1));
    this.samples = new Float64Array(count);
  }

  apply(spectrum: Float64Array): Float64Array {
    const { middle, sums, samples } = this;
    this.turn(spectrum);
    this.pairs.apply(this.turned, sums);
    for (let away = 0; away <= middle; away++) {
      const even = sums[2 * away];
      const odd = sums[2 * away + 1];
      samples[middle - away] = even + odd;
      if (middle + away < samples.length) samples[middle + away] = even - odd;
    }
    return samples;
  }

  /** The bins' phases at the middle point: real parts first, imaginary parts after them. */
  private turn(spectrum: Float64Array): void {
    const { bins, turns, turned } = this;
    for (let k = 0; k < bins; k++) {
      const re = spectrum[2 * k];
      const im = spectrum[2 * k + 1];
      turned[k] = re * turns[2 * k] - im * turns[2 * k + 1];
      turned[bins + k] = re * turns[2 * k + 1] + im * turns[2 * k];
    }
  }
}

/** What turns bin k by k x `angle`, scaled: interleaved real and imaginary parts. */
function turnsOf(bins: number, angle: number, scale: number): Float64Array {
  const turns = new Float64Array(2 * bins);
  for (let k = 0; k < bins; k++) {
    turns[2 * k] = Math.cos(k * angle) * scale;
    turns[2 * k + 1] = Math.sin(k * angle) * scale;
  }
  return turns;
}

/**
 * For each distance from the middle point, the cosines of the real parts and the sines of the
 * imaginary parts.
 */
function pairWeights(bins: number, middle: number, perPoint: number): Weighting[] {
  const row = (wave: (angle: number) => number, away: number) =>
    Float32Array.from({ length: bins }, (_, k) => wave(perPoint * k * away));
  return Array.from({ length: middle + 1 }, (_, away) => [
    { first: 0, weights: row(Math.cos, away) },
    { first: bins, weights: row(Math.sin, away) },
  ]).flat();
}
