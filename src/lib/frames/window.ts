import { checkOneOf, checkPositive, InputError } from "../check";

const cosineTerms = {
  hann: [0.5, 0.5],
  hamming: [0.54, 0.46],
  blackman: [0.42, 0.5, 0.08],
  rectangular: [1],
} as const;

export type WindowName = keyof typeof cosineTerms;

/**
 * A periodic window, as scipy.signal.get_window and librosa.filters.get_window make it for spectra.
 *
 * @param length in samples
 * @example windowOf("hann", 4) // [0, 0.5, 1, 0.5]
 */
export function windowOf(name: WindowName, length: number): Float64Array {
  checkOneOf("window", name, Object.keys(cosineTerms));
  checkPositive("window length", length, "samples");
  const terms: readonly number[] = cosineTerms[name];
  const valueAt = (i: number) =>
    terms.reduce(
      (sum, term, k) => sum + (k % 2 ? -term : term) * Math.cos((2 * Math.PI * k * i) / length),
      0,
    );
  return Float64Array.from({ length }, (_, i) => valueAt(i));
}

/** A window in the middle of a longer frame, with zeros around it (librosa.util.pad_center). */
export function padCenter(window: Float64Array, length: number): Float64Array {
  if (window.length > length) {
    throw new InputError(`winLength=${window.length} must be at most nFft=${length} samples`);
  }
  const out = new Float64Array(length);
  out.set(window, Math.floor((length - window.length) / 2));
  return out;
}
