import type { LogSpline } from "./log-spline";

/** A sub-harmonic sum, one number per point of the octave axis. */
export interface Summed {
  readonly sum: Float64Array;
  readonly mean: number;
  /** The places of the highest peaks, at most `peakLimit`, the highest first. */
  readonly peaks: ArrayLike<number>;
}

/** Adds up a magnitude spectrum; what it gives is overwritten by the next call. */
export type SubharmonicSum = (magnitude: Float64Array) => Summed;

/** What a sub-harmonic sum is made with. */
export interface SubharmonicTables {
  readonly spline: LogSpline;
  /** How many points further each harmonic from the second on lies, rising. */
  readonly shifts: Int32Array;
  /** The weight of each of these harmonics. */
  readonly weights: Float64Array;
  readonly peakLimit: number;
}

/** Sub-harmonic summation in plain JavaScript. */
export function plainSubharmonicSum({
  spline,
  shifts,
  weights,
  peakLimit,
}: SubharmonicTables): SubharmonicSum {
  const prepared = new Float64Array(spline.knots);
  const derivatives = new Float64Array(spline.knots);
  const spectrum = new Float64Array(spline.knots);
  const sum = new Float64Array(spline.knots);
  return (magnitude) => {
    keepPeaks(magnitude, prepared);
    smooth(prepared);
    spline.secondDerivatives(prepared, derivatives);
    spline.read(prepared, derivatives, spectrum);
    for (let i = 0; i < spectrum.length; i++) spectrum[i] = Math.max(0, spectrum[i]);
    sum.set(spectrum);
    for (let h = 0; h < shifts.length; h++) addShifted(sum, spectrum, shifts[h], weights[h]);
    return { sum, mean: meanOf(sum), peaks: highestPeaks(sum, peakLimit) };
  };
}

function addShifted(sum: Float64Array, spectrum: Float64Array, shift: number, weight: number): void {
  for (let i = 0; i + shift < spectrum.length; i++) sum[i] += weight * spectrum[i + shift];
}

/**
 * Copies a spectrum without what lies more than two bins from a peak, between the first and the
 * last peak.
 */
function keepPeaks(spectrum: Float64Array, out: Float64Array): void {
  out.set(spectrum);
  const last = spectrum.length - 1;
  let previous = spectrum[0] > spectrum[1] ? 0 : last;
  for (let i = 1; i <= last; i++) {
    const falls = i === last || spectrum[i] >= spectrum[i + 1];
    if (!falls || spectrum[i] <= spectrum[i - 1]) continue;
    for (let k = previous + 3; k < i - 2; k++) out[k] = 0;
    previous = i;
  }
}

/** Weights 1/4, 1/2, 1/4; the last bin stays, and nothing lies before the first. */
function smooth(values: Float64Array): void {
  let before = 0;
  for (let i = 0; i < values.length - 1; i++) {
    const here = values[i];
    values[i] = 0.25 * before + 0.5 * here + 0.25 * values[i + 1];
    before = here;
  }
}

/** The places of the highest peaks, the highest first. */
function highestPeaks(values: Float64Array, limit: number): number[] {
  const places: number[] = [];
  for (let i = 1; i < values.length - 1; i++) {
    const value = values[i];
    if (value <= values[i - 1] || value <= values[i + 1]) continue;
    if (places.length === limit && value <= values[places[limit - 1]]) continue;
    let rank = places.length;
    while (rank > 0 && values[places[rank - 1]] < value) rank--;
    places.splice(rank, 0, i);
    if (places.length > limit) places.pop();
  }
  return places;
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}
