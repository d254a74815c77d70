import type { Autocorrelation } from "../plain-autocorrelation";
import { wasmAutocorrelationCode } from "./wasm-autocorrelation-code";
import { placeBlocks, runsWebAssembly, webAssemblyExports } from "./web-assembly";

/** Lags are taken eight at a time. */
const lanes = 8;

interface Exports {
  autocorrelation(fixed: number, length: number, moved: number, lags: number, out: number): void;
  product(fixed: number, length: number, moved: number): number;
}

/** Whether this machine runs it. */
export function runsWasmAutocorrelation(): boolean {
  return runsWebAssembly(wasmAutocorrelationCode);
}

/**
 * Lagged products in WebAssembly, eight lags at a time: the numbers of `plainAutocorrelation`; of
 * one lag alone but for the last digit.
 */
export function wasmAutocorrelation(): Autocorrelation {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const code = webAssemblyExports<Exports>(wasmAutocorrelationCode, memory);
  let capacity = 0;
  let lagCapacity = 0;
  let numbers = new Float64Array(0);
  let sums = new Float64Array(0);
  const reserve = (count: number, lags: number) => {
    if (count <= capacity && lags <= lagCapacity) return;
    capacity = Math.max(capacity, 2 * count);
    lagCapacity = Math.max(lagCapacity, 2 * lags);
    const [numbersAt, sumsAt] = placeBlocks(memory, [8 * capacity, 8 * lagCapacity]);
    numbers = new Float64Array(memory.buffer, numbersAt, capacity);
    sums = new Float64Array(memory.buffer, sumsAt, lagCapacity);
  };
  return (samples, at, length, first, out) => {
    const lags = lanes * Math.ceil(out.length / lanes);
    const count = length + first + lags;
    reserve(count, lags);
    const part = samples.subarray(at, at + count);
    numbers.set(part);
    numbers.fill(0, part.length, count);
    const from = numbers.byteOffset;
    if (out.length === 1) out[0] = code.product(from, length, from + 8 * first);
    else {
      code.autocorrelation(from, length, from + 8 * first, lags, sums.byteOffset);
      out.set(sums.subarray(0, out.length));
    }
    return out;
  };
}
