import { UpperRoots } from "../../../numbers/polynomial-roots";
import { predictionOrder, predictionRateHz } from "./linear-prediction";

const lowestHz = 50;
const highestHz = 5450;

/** How many formants are kept. */
const formantCount = 3;

/** The first three formants of a frame. */
export interface FrameFormants {
  /** Frequencies in Hz, from low to high; 0 where there are fewer than three. */
  readonly frequenciesHz: readonly number[];
  /** Bandwidths in Hz. */
  readonly bandwidthsHz: readonly number[];
}

/**
 * Frequencies and bandwidths of the first three formants from the roots z of the prediction
 * polynomial (Eyben's thesis, section 2.2.8): a root whose angle lies from 50 to 5450 Hz is a
 * formant of frequency angle(z) fs / (2 pi) and bandwidth |ln abs(z)| fs / pi, fs = 11 kHz.
 *
 * openSMILE takes the polynomial as 1 - sum a[i] z^-(i+1) where its coefficients belong to 1 + sum
 * a[i] z^-(i+1). eGeMAPS is defined by what it gives, so this does the same; its formants are
 * therefore not those of Praat.
 */
export class Formants {
  private readonly solver = new UpperRoots(predictionOrder);
  private readonly polynomial = new Float64Array(predictionOrder + 1);

  /** The formants from the coefficients of `LinearPrediction`; zeros for silence. */
  find(coefficients: Float64Array): FrameFormants {
    const { polynomial, solver } = this;
    const formants = { frequenciesHz: [0, 0, 0], bandwidthsHz: [0, 0, 0] };
    if (coefficients.every((value) => value === 0)) return formants;
    polynomial[0] = 1;
    for (let i = 0; i < predictionOrder; i++) polynomial[i + 1] = -coefficients[i];
    const count = solver.find(polynomial);
    for (let i = 0; i < count; i++) insert(formants, solver.roots[2 * i], solver.roots[2 * i + 1]);
    return formants;
  }
}

/** The formants while they are found. */
interface Found {
  readonly frequenciesHz: number[];
  readonly bandwidthsHz: number[];
}

/** Puts a root among the formants where its frequency belongs. */
function insert({ frequenciesHz, bandwidthsHz }: Found, re: number, im: number): void {
  const hertz = (Math.atan2(im, re) * predictionRateHz) / (2 * Math.PI);
  if (hertz < lowestHz || hertz > highestHz) return;
  let place = formantCount;
  while (place > 0 && (frequenciesHz[place - 1] === 0 || frequenciesHz[place - 1] > hertz)) place--;
  if (place === formantCount) return;
  frequenciesHz.copyWithin(place + 1, place, formantCount - 1);
  bandwidthsHz.copyWithin(place + 1, place, formantCount - 1);
  frequenciesHz[place] = hertz;
  bandwidthsHz[place] = Math.abs((Math.log(Math.hypot(re, im)) * predictionRateHz) / Math.PI);
}
