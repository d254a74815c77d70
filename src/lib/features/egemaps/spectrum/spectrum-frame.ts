import type { Loudness } from "./loudness";
import type { SpectralBalance } from "./spectral-balance";
import type { SpectralSlope } from "./spectral-slope";

/** A 20 ms frame's spectrum, and what measures it. */
export interface SpectrumFrame {
  /** |X|^2 of every bin. */
  readonly power: Float64Array;
  /** Power of the 26 mel bands. */
  readonly bands: Float64Array;
  /** Cepstral coefficients 0 to 4. */
  readonly cepstrum: Float64Array;
  /** Change of the magnitudes since the frame before. */
  readonly flux: number;
  /** Mean square of the samples. */
  readonly meanSquare: number;
  readonly loudness: Loudness;
  readonly balance: SpectralBalance;
  /** From 0 to 500 Hz. */
  readonly lowSlope: SpectralSlope;
  /** From 500 to 1500 Hz. */
  readonly highSlope: SpectralSlope;
}
