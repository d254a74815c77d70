import { InputError } from "../../check";
import { powerToDb } from "../../frames/decibels";
import type { Matrix } from "../../numbers/matrix";

/** The bands of the contrast; names and defaults are librosa's. */
export interface ContrastOptions {
  /** Upper edge of the lowest band in Hz; default 200. */
  readonly fMin?: number;
  /** Number of octave bands above it; default 6. */
  readonly nBands?: number;
  /** The share of bins that counts as peak and as valley; default 0.02. */
  readonly quantile?: number;
}

/**
 * Level difference between the peaks and the valleys of each octave band, in dB (Jiang et al.
 * 2002). Follows librosa.feature.spectral_contrast, levels limited to 80 dB below the highest
 * included.
 *
 * @param magnitudes frames x bins, |X|
 * @param frequenciesHz frequency of each bin
 * @returns frames x (nBands + 1)
 * @throws InputError where the highest band would begin beyond half the sample rate
 * @example
 * const silence = { rows: 3, columns: 1025, data: new Float32Array(3 * 1025) };
 * spectralContrastDb(silence, fftFrequenciesHz(16000, 2048)).columns // 7
 */
export function spectralContrastDb(
  magnitudes: Matrix,
  frequenciesHz: Float64Array,
  { fMin = 200, nBands = 6, quantile = 0.02 }: ContrastOptions = {},
): Matrix {
  const bands = bandsOf(frequenciesHz, fMin, nBands, quantile);
  const { rows, columns, data } = magnitudes;
  const peaks = new Float64Array(rows * bands.length);
  const valleys = new Float64Array(rows * bands.length);
  for (let t = 0; t < rows; t++) {
    bands.forEach(({ first, end, extremes }, band) => {
      const sorted = data.slice(t * columns + first, t * columns + end).sort();
      valleys[t * bands.length + band] = meanOf(sorted.subarray(0, extremes));
      peaks[t * bands.length + band] = meanOf(sorted.subarray(sorted.length - extremes));
    });
  }
  const valleyDb = powerToDb(valleys);
  return { rows, columns: bands.length, data: powerToDb(peaks).map((peak, i) => peak - valleyDb[i]) };
}

/** Which bins each band takes, and how many of them are its extremes. */
function bandsOf(frequenciesHz: Float64Array, fMin: number, nBands: number, quantile: number) {
  const edgesHz = [0, ...Array.from({ length: nBands + 1 }, (_, i) => fMin * 2 ** i)];
  const highestHz = frequenciesHz[frequenciesHz.length - 1];
  if (edgesHz[nBands] >= highestHz) {
    throw new InputError(
      `nBands=${nBands} octaves above fMin=${fMin} Hz go beyond half the sample rate, ${highestHz} Hz; use fewer`,
    );
  }
  return edgesHz.slice(0, -1).map((lowHz, band) => {
    const inside = (hz: number) => hz >= lowHz && hz <= edgesHz[band + 1];
    const first = frequenciesHz.findIndex(inside) - (band > 0 ? 1 : 0);
    const last =
      band === nBands
        ? frequenciesHz.length - 1
        : frequenciesHz.length - 1 - frequenciesHz.slice().reverse().findIndex(inside);
    const extremes = Math.max(1, roundHalfToEven(quantile * (last - first + 1)));
    return { first, end: band < nBands ? last : last + 1, extremes };
  });
}

function roundHalfToEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 ? rounded - 1 : rounded;
}

function meanOf(values: Float32Array | Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
