import { RealFft } from "../../frames/real-fft";
import { nearestPeak } from "./harmonics";

const lowestDb = -100;
const highestDb = 100;

/**
 * Harmonics-to-noise ratio of a voiced frame from its autocorrelation: the peak nearest to the pitch period against what remains of the energy
 * (Eyben's thesis, section 2.2.13).
 */
export class Harmonicity {
  private readonly fft: RealFft;
  private readonly mirrored: Float64Array;
  private readonly correlation: Float64Array;

  constructor(
    private readonly sampleRate: number,
    fftSize: number,
  ) {
    this.fft = new RealFft(fftSize);
    this.mirrored = new Float64Array(fftSize);
    this.correlation = new Float64Array(this.fft.bins);
  }

  /** The ratio in dB from the magnitudes of a frame. */
  of(magnitude: Float64Array, f0Hz: number): number {
    const correlation = this.autocorrelation(magnitude);
    const period = this.sampleRate / f0Hz;
    const lag = nearestPeak(correlation, Math.round(period), Math.floor(period));
    const periodic = lag < 0 ? 0 : correlation[lag];
    const rest = correlation[0] - periodic;
    if (periodic <= 0) return lowestDb;
    return rest <= 0 ? highestDb : Math.max(lowestDb, Math.min(highestDb, 10 * Math.log10(periodic / rest)));
  }

  /** The inverse transform of the power spectrum: being even, it is its own mirror image and the forward transform serves. */
  private autocorrelation(magnitude: Float64Array): Float64Array {
    const { mirrored, correlation } = this;
    const size = mirrored.length;
    mirrored[0] = magnitude[0] ** 2;
    for (let k = 1; k < magnitude.length; k++) {
      const power = magnitude[k] ** 2;
      mirrored[k] = power;
      mirrored[size - k] = power;
    }
    const spectrum = this.fft.complex(mirrored);
    for (let k = 0; k < correlation.length; k++) correlation[k] = spectrum[2 * k];
    return correlation;
  }
}
