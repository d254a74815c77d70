import { autocorrelation } from "../../../numbers/autocorrelation";
import { RealFft } from "../../../numbers/fourier/real-fft";
import type { Samples } from "../../../numbers/samples";

/** Seconds from one frame to the next. */
export const hopSeconds = 0.01;

/** openSMILE scales 16-bit integers by 32767, this project by 32768. */
const sampleScale = 32768 / 32767;

/** Samples from one frame to the next: 10 ms, rounded to whole samples. */
export const hopSamples = (sampleRate: number): number => Math.round(hopSeconds * sampleRate);

/** The spectrum X of a frame, bin by bin from 0 Hz to half the sample rate. */
export interface Spectrum {
  /** Real and imaginary parts, interleaved. */
  readonly complex: Float64Array;
  /** |X|^2 of every bin. */
  readonly power: Float64Array;
  /** |X| of every bin. */
  readonly magnitude: Float64Array;
}

/**
 * Windowed frames of a recording and their spectra. Frames start at sample 0 and every 10 ms;
 * frames that would reach over the end are left out; the transform is padded with zeros to the next
 * power of two.
 */
export class FramedSpectrum {
  /** Samples in a frame. */
  readonly length: number;
  readonly hertzPerBin: number;
  readonly bins: number;
  readonly fftSize: number;
  private readonly fft: RealFft;
  private readonly hop: number;
  private readonly buffer: Float64Array;
  private readonly energy = new Float64Array(1);

  /**
   * @param seconds length of a frame
   * @param windowOf makes the window for a number of samples
   */
  constructor(sampleRate: number, seconds: number, windowOf: (length: number) => Float64Array) {
    this.length = Math.round(seconds * sampleRate);
    this.hop = hopSamples(sampleRate);
    this.fftSize = 2 ** Math.ceil(Math.log2(this.length));
    const window = new Float64Array(this.fftSize);
    window.set(windowOf(this.length).map((weight) => weight * sampleScale));
    this.fft = new RealFft(this.fftSize, window);
    this.buffer = new Float64Array(this.length);
    this.bins = this.fft.bins;
    this.hertzPerBin = sampleRate / this.fftSize;
  }

  /** How many whole frames a recording of so many samples holds. */
  count(samples: number): number {
    return samples < this.length ? 0 : 1 + Math.floor((samples - this.length) / this.hop);
  }

  /** Buffers for the spectrum of a frame. */
  emptySpectrum(): Spectrum {
    return {
      complex: new Float64Array(2 * this.bins),
      power: new Float64Array(this.bins),
      magnitude: new Float64Array(this.bins),
    };
  }

  /** The spectrum of frame `index` into `out`. */
  read(samples: Samples, index: number, { complex, power, magnitude }: Spectrum): void {
    const start = index * this.hop;
    this.fft.all(samples.subarray(start, start + this.length), complex, power, magnitude);
  }

  /** |X| of frame `index` into `out`. */
  readMagnitude(samples: Samples, index: number, out: Float64Array): void {
    const start = index * this.hop;
    this.fft.magnitude(samples.subarray(start, start + this.length), out);
  }

  /** Mean square of the samples of frame `index`, before the window. */
  meanSquare(samples: Samples, index: number): number {
    autocorrelation(samples, index * this.hop, this.length, 0, this.energy);
    return (this.energy[0] * sampleScale ** 2) / this.length;
  }

  /** The windowed samples of frame `index`, in a buffer that the next call overwrites. */
  windowed(samples: Samples, index: number): Float64Array {
    const start = index * this.hop;
    return this.fft.windowed(samples.subarray(start, start + this.length), this.buffer);
  }
}

/** The symmetric Hamming window. */
export function hammingWindow(length: number): Float64Array {
  return Float64Array.from(
    { length },
    (_, i) => 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / Math.max(1, length - 1)),
  );
}

/** The symmetric Gaussian window; its standard deviation is .4 of half the length. */
export function gaussWindow(length: number): Float64Array {
  const middle = (length - 1) / 2;
  return Float64Array.from({ length }, (_, i) => Math.exp(-0.5 * ((i - middle) / (0.4 * middle)) ** 2));
}
