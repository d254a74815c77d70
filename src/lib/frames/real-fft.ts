import FFT from "fft.js";
import { InputError } from "../check";

/**
 * The discrete Fourier transform of real frames of one size, a power of two. Its buffers are reused: one object per size and caller.
 *
 * A frame of N samples gives the N / 2 + 1 bins from 0 Hz to half the sample rate; bin k lies at `k * sampleRate / N` Hz. Nothing is scaled: a
 * constant of 1 gives N in bin 0.
 *
 * @throws InputError for a size that is no power of two or below 4
 * @example
 * const fft = new RealFft(8);
 * fft.power([1, 1, 1, 1, 1, 1, 1, 1], new Float64Array(5)) // [64, 0, 0, 0, 0]
 */
export class RealFft {
  /** Number of bins: size / 2 + 1. */
  readonly bins: number;
  private readonly fft: FFT;
  private readonly packed: Float64Array;
  private readonly transformed: Float64Array;
  private readonly twiddles: Float64Array;
  private readonly spectrum: Float64Array;

  constructor(readonly size: number) {
    if (!Number.isInteger(Math.log2(size)) || size < 4) {
      throw new InputError(`size=${size} of the Fourier transform must be a power of two, 4 or more`);
    }
    this.bins = size / 2 + 1;
    this.fft = new FFT(size / 2);
    this.packed = new Float64Array(size);
    this.transformed = new Float64Array(size);
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
    const { packed, transformed, twiddles, size } = this;
    const length = Math.min(frame.length, size);
    for (let i = 0; i < length; i++) packed[i] = frame[i];
    packed.fill(0, length);
    // Even samples as real and odd samples as imaginary parts: a transform of half the size, taken apart by symmetry.
    this.fft.transform(transformed, packed);
    out[0] = transformed[0] + transformed[1];
    out[1] = 0;
    out[size] = transformed[0] - transformed[1];
    out[size + 1] = 0;
    for (let a = 2, b = size - 2; a <= b; a += 2, b -= 2) {
      const evenRe = 0.5 * (transformed[a] + transformed[b]);
      const evenIm = 0.5 * (transformed[a + 1] - transformed[b + 1]);
      const oddRe = 0.5 * (transformed[a + 1] + transformed[b + 1]);
      const oddIm = 0.5 * (transformed[b] - transformed[a]);
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
    for (let k = 0; k < this.bins; k++) {
      const re = spectrum[2 * k];
      const im = spectrum[2 * k + 1];
      out[k] = re * re + im * im;
    }
    return out;
  }

  /** |X| of every bin into `out` (`bins` numbers), which is returned. */
  magnitude<T extends Float32Array | Float64Array>(frame: ArrayLike<number>, out: T): T {
    this.power(frame, out);
    for (let k = 0; k < this.bins; k++) out[k] = Math.sqrt(out[k]);
    return out;
  }
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
