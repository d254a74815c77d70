import { LogSpline } from "./log-spline";
import type { OctaveAxis } from "./octave-axis";
import { plainSubharmonicSum, type SubharmonicSum, type SubharmonicTables } from "./plain-subharmonic-sum";
import { runsWasmSubharmonicSum, wasmSubharmonicSum } from "./wasm-subharmonic-sum";

const harmonics = 15;
const compression = 0.85;
/** How many peaks are told. */
const peakLimit = 6;

/**
 * Sub-harmonic summation (Hermes 1988, "Measurement of pitch by subharmonic summation"; Eyben's
 * thesis, section 2.2.11): all of the spectrum but the surroundings of its peaks is set to zero,
 * the rest smoothed, interpolated on an octave axis and weighted by the ear's sensitivity; then it
 * is added to itself shifted by each of 15 harmonics, with weights falling by .85.
 */
export function subharmonicSum(axis: OctaveAxis): SubharmonicSum {
  const tables = subharmonicTables(axis);
  return runsWasmSubharmonicSum() ? wasmSubharmonicSum(tables) : plainSubharmonicSum(tables);
}

/** @internal */
export function subharmonicTables(axis: OctaveAxis): SubharmonicTables {
  const orders = Array.from({ length: harmonics - 1 }, (_, h) => h + 1);
  return {
    peakLimit,
    spline: new LogSpline(axis),
    shifts: Int32Array.from(orders, (h) => Math.floor(axis.pointsPerOctave * Math.log2(h + 1))),
    weights: Float64Array.from(orders, (h) => compression ** h),
  };
}
