import FFT from "fft.js";
import { MixedRadixFft } from "./mixed-radix-fft";
import type { RealTransform } from "./real-transform";

/**
 * A transform in plain JavaScript: fft.js for powers of two, `MixedRadixFft` for other sizes.
 *
 * @param size a multiple of four
 */
export function plainTransform(size: number): RealTransform {
  const fft = Number.isInteger(Math.log2(size)) ? new FFT(size / 2) : new MixedRadixFft(size / 2);
  const input = new Float64Array(size);
  const window = new Float64Array(size);
  const half = new Float64Array(size);
  const spectrum = new Float64Array(size + 2);
  const powers = new Float64Array(size / 2 + 1);
  const magnitudes = new Float64Array(size / 2 + 1);
  const turns = turnsOf(size);
  return {
    input,
    window,
    spectrum,
    powers,
    magnitudes,
    applyWindow() {
      for (let i = 0; i < size; i++) input[i] *= window[i];
    },
    transform() {
      // Even samples as real and odd samples as imaginary parts: a transform of half the size.
      fft.transform(half, input);
      takeApart(half, turns, spectrum);
    },
    power() {
      for (let k = 0; k < powers.length; k++) powers[k] = spectrum[2 * k] ** 2 + spectrum[2 * k + 1] ** 2;
    },
    magnitude() {
      for (let k = 0; k < powers.length; k++) magnitudes[k] = Math.sqrt(powers[k]);
    },
  };
}

/**
 * Takes a transform of half the size apart by symmetry into the spectra of the even and of the odd
 * samples, and joins these.
 */
function takeApart(half: Float64Array, turns: Float64Array, out: Float64Array): void {
  const size = half.length;
  out[0] = half[0] + half[1];
  out[1] = 0;
  out[size] = half[0] - half[1];
  out[size + 1] = 0;
  for (let a = 2, b = size - 2; a <= b; a += 2, b -= 2) {
    const evenRe = 0.5 * (half[a] + half[b]);
    const evenIm = 0.5 * (half[a + 1] - half[b + 1]);
    const oddRe = 0.5 * (half[a + 1] + half[b + 1]);
    const oddIm = 0.5 * (half[b] - half[a]);
    const turnedRe = oddRe * turns[a] - oddIm * turns[a + 1];
    const turnedIm = oddRe * turns[a + 1] + oddIm * turns[a];
    out[a] = evenRe + turnedRe;
    out[a + 1] = evenIm + turnedIm;
    out[b] = evenRe - turnedRe;
    out[b + 1] = turnedIm - evenIm;
  }
}

function turnsOf(size: number): Float64Array {
  const turns = new Float64Array(size / 2 + 2);
  for (let k = 0; 2 * k < turns.length; k++) {
    const angle = (2 * Math.PI * k) / size;
    turns[2 * k] = Math.cos(angle);
    turns[2 * k + 1] = -Math.sin(angle);
  }
  return turns;
}
