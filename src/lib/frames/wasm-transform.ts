import type { RealTransform } from "./real-transform";
import { wasmTransformCode } from "./wasm-transform-code";

const bytesPerNumber = 8;
const bytesPerPage = 65536;
/** The compiler leaves the first kilobyte to itself. */
const firstAddress = 1024;

interface Exports {
  multiply(count: number, values: number, window: number): void;
  spectrum(...sizeAndAddresses: number[]): void;
  power(bins: number, spectrum: number, out: number): void;
}

/** Whether this machine runs WebAssembly with vectors, which browsers learnt by 2023. */
export function runsWasmTransform(): boolean {
  return typeof WebAssembly !== "undefined" && WebAssembly.validate(moduleBytes());
}

/**
 * A transform in WebAssembly, two numbers at a time: some four times as fast as `plainTransform`, with the same numbers but for the last digit.
 *
 * @param size a power of two, 8 or more
 */
export function wasmTransform(size: number): RealTransform {
  const turns = stageTurns(size / 2);
  const realTurns = asTurns(Array.from({ length: size / 4 }, (_, k) => (k + 1) / size));
  const lengths = [size, size, size + 2, size / 2 + 1, size, size, turns.length, realTurns.length];
  const { memory, views } = allocate(lengths);
  const [input, window, spectrum, powers] = views;
  views[6].set(turns);
  views[7].set(realTurns);
  const module = new WebAssembly.Module(moduleBytes());
  const code = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Exports;
  const [inputAt, windowAt, spectrumAt, powersAt, ...tables] = views.map((view) => view.byteOffset);
  return {
    input,
    window,
    spectrum,
    powers,
    applyWindow: () => code.multiply(size, inputAt, windowAt),
    transform: () => code.spectrum(size, inputAt, ...tables, spectrumAt),
    power: () => code.power(powers.length, spectrumAt, powersAt),
  };
}

function allocate(lengths: readonly number[]) {
  const numbers = lengths.reduce((sum, length) => sum + length, 0);
  const bytes = firstAddress + numbers * bytesPerNumber;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / bytesPerPage) });
  let address = firstAddress;
  const views = lengths.map((length) => {
    const view = new Float64Array(memory.buffer, address, length);
    address += length * bytesPerNumber;
    return view;
  });
  return { memory, views };
}

function moduleBytes(): Uint8Array {
  return Uint8Array.from(atob(wasmTransformCode), (character) => character.charCodeAt(0));
}

/** The turns of every radix-4 stage of a complex transform, in the order in which they are read. */
function stageTurns(size: number): Float64Array {
  const parts: number[] = [];
  for (let length = size; length >= 4; length /= 4) {
    for (let p = 0; p < length / 4; p++) parts.push(p / length, (2 * p) / length, (3 * p) / length);
  }
  return asTurns(parts);
}

/** Each exp(-2 pi i part) as a vector multiplies by it: (re, re) and (-im, im). */
function asTurns(parts: readonly number[]): Float64Array {
  return Float64Array.from(
    parts.flatMap((part) => {
      const re = Math.cos(2 * Math.PI * part);
      const im = -Math.sin(2 * Math.PI * part);
      return [re, re, -im, im];
    }),
  );
}
