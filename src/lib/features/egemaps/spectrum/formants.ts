import { UpperRoots } from "../../../numbers/polynomial-roots";
import { predictionOrder, predictionRateHz } from "./linear-prediction";

const lowestHz = 50;
const highestHz = 5450;

/** How many formants are kept. */
const formantCount = 3;

/**
 * Frequencies and bandwidths of the first three formants from the roots of the prediction polynomial (Eyben's thesis, section 2.2.8).
 *
 * openSMILE takes the polynomial as 1 - sum a[i] z^-(i+1) where its coefficients belong to 1 + sum a[i] z^-(i+1). eGeMAPS is defined by what it gives, so this
 * does the same; its formants are therefore not those of Praat.
 */
export class Formants {
  /** Frequencies in Hz, from low to high; 0 where there are fewer than three. */
  readonly frequenciesHz = new Float64Array(formantCount);
  /** Bandwidths in Hz. */
  readonly bandwidthsHz = new Float64Array(formantCount);
  private readonly solver = new UpperRoots(predictionOrder);
  private readonly polynomial = new Float64Array(predictionOrder + 1);

  /** Fills `frequenciesHz` and `bandwidthsHz` from the coefficients of `LinearPrediction`. */
  find(coefficients: Float64Array): void {
    const { polynomial, solver, frequenciesHz, bandwidthsHz } = this;
    frequenciesHz.fill(0);
    bandwidthsHz.fill(0);
    if (coefficients.every((value) => value === 0)) return;
    polynomial[0] = 1;
    for (let i = 0; i < predictionOrder; i++) polynomial[i + 1] = -coefficients[i];
    const count = solver.find(polynomial);
    for (let i = 0; i < count; i++) this.insert(solver.roots[2 * i], solver.roots[2 * i + 1]);
  }

  private insert(re: number, im: number): void {
    const { frequenciesHz, bandwidthsHz } = this;
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
}
