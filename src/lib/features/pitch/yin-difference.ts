import { RealFft } from "../../numbers/fourier/real-fft";

/** Smallest positive normal number, which keeps silence from dividing by zero. */
const tiny = 2.2250738585072014e-308;

/**
 * YIN's cumulative mean normalized difference of one frame for every period from `minPeriod` to
 * `maxPeriod` samples (de Cheveigné & Kawahara 2002, eq. 8), by way of the autocorrelation. Follows
 * librosa 0.11.
 *
 * @example
 * const differences = new YinDifference(2048, 32, 256).of(tone(100).samples.subarray(0, 2048));
 * 32 + differences.indexOf(Math.min(...differences)) // 160
 */
export class YinDifference {
  /** Periods tried: maxPeriod - minPeriod + 1. */
  readonly count: number;
  private readonly fft: RealFft;
  private readonly power: Float64Array;
  private readonly mirrored: Float64Array;
  private readonly differences: Float64Array;

  constructor(
    frameLength: number,
    readonly minPeriod: number,
    readonly maxPeriod: number,
  ) {
    this.count = maxPeriod - minPeriod + 1;
    this.fft = new RealFft(2 ** Math.ceil(Math.log2(frameLength + maxPeriod + 1)));
    this.power = new Float64Array(this.fft.bins);
    this.mirrored = new Float64Array(this.fft.size);
    this.differences = new Float64Array(this.count);
  }

  /**
   * One number per period; 0 where the frame repeats exactly. The buffer is overwritten by the next
   * call.
   */
  of(frame: Float64Array): Float64Array {
    const { differences, minPeriod, maxPeriod } = this;
    const correlations = this.autocorrelation(frame);
    let head = 0;
    let sum = 0;
    for (let period = 1; period <= maxPeriod; period++) {
      head += frame[period - 1] * frame[period - 1];
      const difference = (2 * (correlations[0] - correlations[2 * period])) / this.fft.size - head;
      sum += difference;
      if (period >= minPeriod) differences[period - minPeriod] = difference / (sum / period + tiny);
    }
    return differences;
  }

  /**
   * The autocorrelation times the transform's size, in every second number: the power spectrum is
   * real and even, so its forward transform is its inverse.
   */
  private autocorrelation(frame: Float64Array): Float64Array {
    const { fft, power, mirrored } = this;
    fft.power(frame, power);
    mirrored.set(power);
    for (let k = 1; k < fft.size / 2; k++) mirrored[fft.size - k] = power[k];
    return fft.complex(mirrored);
  }
}
