import { autocorrelation } from "../../../numbers/autocorrelation";
import { nearestPeak } from "./nearest-peak";

const lowestDb = -100;
const highestDb = 100;
/**
 * Where the peak is looked for at first, in samples around the period; four times as far if it is
 * not there, and so on.
 */
const firstReach = 2;

/**
 * Harmonics-to-noise ratio (HNR) of a voiced frame from its autocorrelation r (Eyben's thesis,
 * section 2.2.13): with T0 the lag of the peak nearest to the pitch period,
 *
 *     HNR = 10 log10(r(T0) / (r(0) - r(T0))) dB, limited to -100 .. 100 dB
 *
 * The autocorrelation is that of the power spectrum: circular, over the transform's size.
 */
export class HarmonicsToNoiseRatio {
  /** The frame, and once more after the transform's size. */
  private readonly repeated: Float64Array;
  private readonly correlation: Float64Array;
  private length = 0;
  private energy = 0;

  constructor(
    private readonly sampleRate: number,
    private readonly fftSize: number,
  ) {
    this.repeated = new Float64Array(2 * fftSize);
    this.correlation = new Float64Array(fftSize / 2 + 1);
  }

  /** Takes the windowed samples of a frame, always as many, and returns their mean square. */
  read(windowed: Float64Array): number {
    this.length = windowed.length;
    this.repeated.set(windowed);
    this.repeated.set(windowed, this.fftSize);
    this.energy = this.correlate(0, 0)[0];
    return this.energy / this.length;
  }

  /** The ratio of the frame that was read, in dB. */
  ratioDb(f0Hz: number): number {
    const period = this.sampleRate / f0Hz;
    const lag = this.peakLag(Math.round(period), Math.floor(period));
    const periodic = lag < 0 ? 0 : this.correlation[lag];
    const rest = this.energy - periodic;
    if (periodic <= 0) return lowestDb;
    return rest <= 0 ? highestDb : Math.max(lowestDb, Math.min(highestDb, 10 * Math.log10(periodic / rest)));
  }

  private peakLag(target: number, reach: number): number {
    for (let tried = Math.min(reach, firstReach); ; tried = Math.min(reach, 4 * tried)) {
      this.correlate(target - tried - 1, target + tried + 1);
      const lag = nearestPeak(this.correlation, target, tried);
      if (lag >= 0 || tried === reach) return lag;
    }
  }

  /** Fills `correlation` from one lag to another. */
  private correlate(first: number, last: number): Float64Array {
    const { correlation, repeated } = this;
    const from = Math.max(0, first);
    const lags = correlation.subarray(from, Math.min(last + 1, correlation.length));
    return autocorrelation(repeated, 0, this.length, from, lags);
  }
}
