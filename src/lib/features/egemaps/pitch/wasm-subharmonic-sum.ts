import { placeBlocks, runsWebAssembly, webAssemblyExports } from "../../../numbers/kernels/web-assembly";
import type { SubharmonicSum, SubharmonicTables } from "./plain-subharmonic-sum";
import { wasmSubharmonicSumCode } from "./wasm-subharmonic-sum-code";

type Step = (...countsAndAddresses: number[]) => void;

interface Exports {
  readonly keepPeaks: Step;
  readonly smooth: Step;
  readonly curve: Step;
  readonly interpolate: Step;
  readonly sumHarmonics: Step;
  total(count: number, values: number): number;
  highestPeaks(count: number, values: number, limit: number, out: number): number;
}

/** Bytes that the code may read or write before and after an array. */
const margin = 64;

/** Whether this machine runs it. */
export function runsWasmSubharmonicSum(): boolean {
  return runsWebAssembly(wasmSubharmonicSumCode);
}

/**
 * Sub-harmonic summation in WebAssembly, two numbers at a time: the numbers of
 * `plainSubharmonicSum` but for the last digits.
 */
export function wasmSubharmonicSum({
  spline,
  shifts,
  weights,
  peakLimit,
}: SubharmonicTables): SubharmonicSum {
  const { knots } = spline;
  const harmonics = shifts.length;
  const bytesOf = (indices: Int32Array) => Uint32Array.from(indices, (index) => 8 * index);
  const tables = [spline.gap, spline.scale, spline.left, spline.right, spline.weights, weights];
  const offsets = [bytesOf(spline.knotOf), bytesOf(shifts)];
  const beyond = 8 * shifts[harmonics - 1];
  const buffers = [8 * knots, 8 * knots, 8 * knots, 8 * knots + beyond, 8 * knots, 4 * (peakLimit + 1)];
  const sizes = [...buffers, ...[...tables, ...offsets].map(({ byteLength }) => byteLength)];
  const memory = new WebAssembly.Memory({ initial: 1 });
  const places = placeBlocks(
    memory,
    sizes.map((size) => size + 2 * margin),
  ).map((place) => place + margin);
  const [input, prepared, derivatives, spectrum, sums, peaks, ...tablePlaces] = places;
  [...tables, ...offsets].forEach((table, i) => {
    new Uint8Array(memory.buffer, tablePlaces[i], table.byteLength).set(new Uint8Array(table.buffer));
  });
  const [gap, scale, left, right, splineWeights, harmonicWeights, knotOffsets, shiftOffsets] = tablePlaces;
  const code = webAssemblyExports<Exports>(wasmSubharmonicSumCode, memory);
  const magnitudes = new Float64Array(memory.buffer, input, knots);
  const sum = new Float64Array(memory.buffer, sums, knots);
  return (magnitude) => {
    magnitudes.set(magnitude);
    code.keepPeaks(knots, input, derivatives);
    code.smooth(knots, input, prepared);
    code.curve(knots, prepared, gap, scale, left, right, derivatives);
    code.interpolate(knots, prepared, derivatives, knotOffsets, splineWeights, spectrum);
    code.sumHarmonics(knots, spectrum, harmonics, shiftOffsets, harmonicWeights, sums);
    const found = code.highestPeaks(knots, sums, peakLimit, peaks);
    return { sum, mean: code.total(knots, sums) / knots, peaks: new Int32Array(memory.buffer, peaks, found) };
  };
}
