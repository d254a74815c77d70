import FFT from "fft.js";
import { InputError } from "../check";
import { MixedRadixFft } from "./mixed-radix-fft";

/**
 * The discrete Fourier transform of real frames of one size, fastest for powers of two. Its buffers are reused: one object per size and caller.
 *
 * A frame of N samples gives the N / 2 + 1 bins from 0 Hz to half the sample rate; bin k lies at `k * sampleRate / N` Hz. Nothing is scaled: a
 * constant of 1 gives N in bin 0.
 *
 * @throws InputError for a size that is no multiple of four
 * @example
 * const fft = new RealFft(8);
 * fft.power([1, 1, 1, 1, 1, 1, 1, 1], new Float64Array(5)) // [64, 0, 0, 0, 0]
 */
export class RealFft {
  /** Number of bins: size / 2 + 1. */
  readonly bins: number;
  /** The next frame, `size` samples: who writes them here spares the methods a copy. */
  readonly input: Float64Array;
  private readonly fft: { transform(out: Float64Array, input: Float64Array): void };
  private readonly half: Float64Array;
  private readonly twiddles: Float64Array;
  private readonly spectrum: Float64Array;

  constructor(readonly size: number) {
    if (!(size >= 4 && size % 4 === 0)) {
      throw new InputError(`size=${size} of the Fourier transform must be a multiple of four`);
    }
    this.bins = size / 2 + 1;
    this.fft = complexFft(size / 2);
    this.input = new Float64Array(size);
    this.half = new Float64Array(size);
    this.spectrum = new Float64Array(size + 2);
    this.twiddles = twiddlesOf(size);
  }

  /**
   * Real and imaginary parts, interleaved: `[re0, im0, re1, im1, ...]`, 2 x bins numbers.
   *
   * @param frame `size` samples, windowed by the caller; a shorter one is padded with zeros
   * @param out where to write; by default a buffer that the next call overwrites
   */
  complex(frame: ArrayLike<number>, out: Float64Array = this.spectrum): Float64Array {
    this.transformHalf(frame);
    const { half, twiddles, size } = this;
    out[0] = half[0] + half[1];
    out[1] = 0;
    out[size] = half[0] - half[1];
    out[size + 1] = 0;
    for (let a = 2, b = size - 2; a <= b; a += 2, b -= 2) {
      const evenRe = 0.5 * (half[a] + half[b]);
      const evenIm = 0.5 * (half[a + 1] - half[b + 1]);
      const oddRe = 0.5 * (half[a + 1] + half[b + 1]);
      const oddIm = 0.5 * (half[b] - half[a]);
      const turnedRe = oddRe * twiddles[a] - oddIm * twiddles[a + 1];
      const turnedIm = oddRe * twiddles[a + 1] + oddIm * twiddles[a];
      out[a] = evenRe + turnedRe;
      out[a + 1] = evenIm + turnedIm;
      out[b] = evenRe - turnedRe;
      out[b + 1] = turnedIm - evenIm;
    }
    return out;
  }

  /** |X|^2 of every bin into `out` (`bins` numbers), which is returned. */
  power<T extends Float32Array | Float64Array>(frame: ArrayLike<number>, out: T): T {
    const spectrum = this.complex(frame);
    for (let k = 0, i = 0; k < out.length; k++, i += 2) {
      out[k] = spectrum[i] * spectrum[i] + spectrum[i + 1] * spectrum[i + 1];
    }
    return out;
  }

  /** |X| of every bin into `out` (`bins` numbers), which is returned. */
  magnitude<T extends Float32Array | Float64Array>(frame: ArrayLike<number>, out: T): T {
    this.power(frame, out);
    for (let k = 0; k < out.length; k++) out[k] = Math.sqrt(out[k]);
    return out;
  }

  /** Even samples as real and odd samples as imaginary parts: a transform of half the size, which `complex` takes apart by symmetry. */
  private transformHalf(frame: ArrayLike<number>): void {
    const { input, half, fft, size } = this;
    if (frame !== input) {
      const length = Math.min(frame.length, size);
      for (let i = 0; i < length; i++) input[i] = frame[i];
      input.fill(0, length);
    }
    fft.transform(half, input);
  }
}

function complexFft(size: number) {
  return Number.isInteger(Math.log2(size)) ? new FFT(size) : new MixedRadixFft(size);
}

function twiddlesOf(size: number): Float64Array {
  const twiddles = new Float64Array(size / 2 + 2);
  for (let k = 0; 2 * k < twiddles.length; k++) {
    const angle = (2 * Math.PI * k) / size;
    twiddles[2 * k] = Math.cos(angle);
    twiddles[2 * k + 1] = -Math.sin(angle);
  }
  return twiddles;
}
