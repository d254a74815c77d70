import { LogSpline } from "./log-spline";
import type { OctaveAxis } from "./octave-axis";
import { plainSubharmonicSum } from "./plain-subharmonic-sum";
import { runsWasmSubharmonicSum, wasmSubharmonicSum } from "./wasm-subharmonic-sum";

const harmonics = 15;
const compression = 0.85;
/** How many peaks are told. */
const peakLimit = 6;

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

/**
 * Sub-harmonic summation (Hermes 1988, "Measurement of pitch by subharmonic summation"; Eyben's thesis, section 2.2.11): all of the spectrum but the surroundings
 * of its peaks is set to zero, the rest smoothed, interpolated on an octave axis and weighted by the ear's sensitivity; then it is added to itself shifted by
 * each of 15 harmonics, with weights falling by .85.
 */
export function subharmonicSum(axis: OctaveAxis): SubharmonicSum {
  const tables = subharmonicTables(axis);
  return runsWasmSubharmonicSum() ? wasmSubharmonicSum(tables) : plainSubharmonicSum(tables);
}

export function subharmonicTables(axis: OctaveAxis): SubharmonicTables {
  const orders = Array.from({ length: harmonics - 1 }, (_, h) => h + 1);
  return {
    peakLimit,
    spline: new LogSpline(axis),
    shifts: Int32Array.from(orders, (h) => Math.floor(axis.pointsPerOctave * Math.log2(h + 1))),
    weights: Float64Array.from(orders, (h) => compression ** h),
  };
}
