import { RealFft } from "./real-fft";

/**
 * The spectrum of a whole signal, padded with zeros: real and imaginary parts, interleaved, of 0 Hz
 * to half the sample rate.
 *
 * @param size a multiple of four, at least the signal's length
 * @example spectrumOf([1, 1], 4) // [2, 0, 1, -1, 0, 0]
 */
export function spectrumOf(samples: ArrayLike<number>, size: number): Float64Array {
  return new RealFft(size).complex(samples, new Float64Array(size + 2));
}

/**
 * The signal of a spectrum, `size` samples. A real signal is its own Hartley transform's, so that
 * the transform of real frames goes both ways (Bracewell 1983).
 *
 * @param spectrum as `spectrumOf` gives it
 * @example signalOf(spectrumOf([1, 2, 3, 4], 4)) // [1, 2, 3, 4]
 */
export function signalOf(spectrum: Float64Array): Float64Array {
  const size = spectrum.length - 2;
  const cas = (parts: Float64Array): Float64Array => {
    const out = new Float64Array(size);
    for (let k = 0; k <= size / 2; k++) {
      out[k] = parts[2 * k] - parts[2 * k + 1];
      if (k > 0 && k < size / 2) out[size - k] = parts[2 * k] + parts[2 * k + 1];
    }
    return out;
  };
  return cas(spectrumOf(cas(spectrum), size)).map((value) => value / size);
}

/**
 * The smallest power of two that holds so many samples, 4 or more.
 *
 * @example transformSize(1000) // 1024
 */
export function transformSize(length: number): number {
  return 2 ** Math.max(2, Math.ceil(Math.log2(length)));
}
