import type { Weighting } from "../plain-weighted-sums";
import { wasmWeightedSumsCode } from "./wasm-weighted-sums-code";
import { placeBlocks, runsWebAssembly, webAssemblyExports } from "./web-assembly";

/** Weights are taken eight at a time. */
const lanes = 8;

interface Exports {
  weightedSums(count: number, table: number, weights: number, numbers: number, sums: number): void;
}

/** Whether this machine runs it. */
export function runsWasmWeightedSums(): boolean {
  return runsWebAssembly(wasmWeightedSumsCode);
}

/**
 * Weighted sums in WebAssembly, eight products at a time: those of `plainWeightedSums` in single
 * precision. One serves all filters of a thread and keeps the weights of the last one.
 */
export class WasmWeightedSums {
  /** To be filled with what to sum. */
  numbers = new Float32Array(0);
  /** What `sum` gives. */
  sums = new Float32Array(0);
  private weightings: readonly Weighting[] = [];
  private addresses: readonly number[] = [];
  private readonly memory = new WebAssembly.Memory({ initial: 1 });
  private readonly code = webAssemblyExports<Exports>(wasmWeightedSumsCode, this.memory);

  /** Makes `weightings`, of `length` numbers, those to sum. */
  hold(length: number, weightings: readonly Weighting[]): void {
    if (weightings === this.weightings) return;
    const { places, total } = layOut(weightings);
    const lengths = [3 * weightings.length, total, length + lanes, weightings.length];
    const sizes = lengths.map((count) => 4 * count);
    this.addresses = placeBlocks(this.memory, sizes);
    const { buffer } = this.memory;
    const [table, weights, numbers, sums] = this.addresses;
    new Uint8Array(buffer, table, sums - table).fill(0);
    const rows = new Uint32Array(buffer, table, lengths[0]);
    weightings.forEach((weighting, i) => {
      const place = places.get(weighting.weights)!;
      rows.set([weighting.first, stepsOf(weighting.weights), place], 3 * i);
    });
    const weightsView = new Float32Array(buffer, weights, total);
    for (const [values, place] of places) weightsView.set(values, place);
    this.numbers = new Float32Array(buffer, numbers, length);
    this.sums = new Float32Array(buffer, sums, weightings.length);
    this.weightings = weightings;
  }

  /** `numbers` to `sums`. */
  sum(): void {
    const [table, weights, numbers, sums] = this.addresses;
    this.code.weightedSums(this.weightings.length, table, weights, numbers, sums);
  }
}

/**
 * Where each array of weights stands when they follow one another, each filled up with zeros to
 * whole steps, and their length in all.
 */
function layOut(weightings: readonly Weighting[]) {
  const places = new Map<Float32Array, number>();
  let total = 0;
  for (const { weights } of weightings) {
    if (places.has(weights)) continue;
    places.set(weights, total);
    total += stepsOf(weights) * lanes;
  }
  return { places, total };
}

function stepsOf(weights: Float32Array): number {
  return Math.ceil(weights.length / lanes);
}
