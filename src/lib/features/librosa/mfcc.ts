import { InputError } from "../../check";
import { powerToDb } from "../../frames/decibels";
import type { MelOptions } from "../../frames/mel-filter-bank";
import { melPower } from "../../frames/mel-spectrogram";
import type { StftOptions } from "../../frames/stft";
import { Dct } from "../../numbers/fourier/dct";
import type { Matrix } from "../../numbers/matrix";
import type { Samples } from "../../numbers/samples";

/** Settings of the cepstrum; names and defaults are librosa.feature.mfcc's. */
export interface MfccOptions extends StftOptions, MelOptions {
  /** Number of coefficients; default 20. */
  readonly nMfcc?: number;
  /** Raises higher coefficients by `1 + lifter / 2 * sin(pi n / lifter)`; default 0, not at all. */
  readonly lifter?: number;
}

/**
 * Mel-frequency cepstral coefficients: the orthonormal cosine transform of the mel levels in dB,
 * which are limited to 80 dB below the recording's highest. Follows librosa.feature.mfcc.
 *
 * @param sampleRate in Hz
 * @returns frames x nMfcc
 * @example mfcc(new Float32Array(16000), 16000).data[0] // -1131.37
 */
export function mfcc(samples: Samples, sampleRate: number, options: MfccOptions = {}): Matrix {
  const { nMfcc = 20, lifter = 0 } = options;
  if (!(lifter >= 0)) throw new InputError(`lifter=${lifter} must be zero or above`);
  const { rows, columns, data } = melPower(samples, sampleRate, options);
  const levels = powerToDb(data);
  const dct = new Dct(columns, nMfcc);
  const cepstra = new Float64Array(rows * nMfcc);
  for (let t = 0; t < rows; t++) {
    dct.apply(levels.subarray(t * columns, (t + 1) * columns), cepstra.subarray(t * nMfcc, (t + 1) * nMfcc));
  }
  if (lifter > 0) for (let i = 0; i < cepstra.length; i++) cepstra[i] *= liftOf(i % nMfcc, lifter);
  return { rows, columns: nMfcc, data: cepstra };
}

function liftOf(coefficient: number, lifter: number): number {
  return 1 + (lifter / 2) * Math.sin((Math.PI * (coefficient + 1)) / lifter);
}
