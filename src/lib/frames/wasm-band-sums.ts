import type { Band } from "./band-sums";
import { wasmBandSumsCode } from "./wasm-band-sums-code";
import { placeBlocks, runsWebAssembly, webAssemblyExports } from "./web-assembly";

/** Weights are taken eight at a time. */
const lanes = 8;

interface Exports {
  bandSums(count: number, table: number, weights: number, spectrum: number, sums: number): void;
}

/** Whether this machine runs it. */
export function runsWasmBandSums(): boolean {
  return runsWebAssembly(wasmBandSumsCode);
}

/**
 * Weighted sums in WebAssembly, eight products at a time: those of `plainBandSums` in single precision. One serves all banks of a thread and keeps the weights of the last one.
 */
export class WasmBandSums {
  /** To be filled, `bins` numbers. */
  spectrum = new Float32Array(0);
  /** What `sum` gives, one number per band. */
  sums = new Float32Array(0);
  private bands: readonly Band[] = [];
  private addresses: readonly number[] = [];
  private readonly memory = new WebAssembly.Memory({ initial: 1 });
  private readonly code = webAssemblyExports<Exports>(wasmBandSumsCode, this.memory);

  /** Makes `bands` those to sum. */
  hold(bins: number, bands: readonly Band[]): void {
    if (bands === this.bands) return;
    const steps = bands.map(({ weights }) => Math.ceil(weights.length / lanes));
    const total = steps.reduce((sum, count) => sum + count, 0) * lanes;
    const lengths = [2 * bands.length, total, bins + lanes, bands.length];
    this.addresses = placeBlocks(
      this.memory,
      lengths.map((length) => 4 * length),
    );
    const [table, weights, spectrum, sums] = this.addresses;
    const { buffer } = this.memory;
    new Uint32Array(buffer, table, lengths[0]).set(bands.flatMap(({ first }, band) => [first, steps[band]]));
    layOut(bands, new Float32Array(buffer, weights, total));
    new Float32Array(buffer, spectrum, bins + lanes).fill(0);
    this.spectrum = new Float32Array(buffer, spectrum, bins);
    this.sums = new Float32Array(buffer, sums, bands.length);
    this.bands = bands;
  }

  /** `spectrum` to `sums`. */
  sum(): void {
    const [table, weights, spectrum, sums] = this.addresses;
    this.code.bandSums(this.bands.length, table, weights, spectrum, sums);
  }
}

/** The weights of all bands one after the other, each filled up with zeros to whole steps. */
function layOut(bands: readonly Band[], out: Float32Array): void {
  out.fill(0);
  let start = 0;
  for (const { weights } of bands) {
    out.set(weights, start);
    start += Math.ceil(weights.length / lanes) * lanes;
  }
}
