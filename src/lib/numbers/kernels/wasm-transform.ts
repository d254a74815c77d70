import type { RealTransform } from "../fourier/real-transform";
import { wasmTransformCode } from "./wasm-transform-code";
import { placeBlocks, runsWebAssembly, webAssemblyExports } from "./web-assembly";

interface Exports {
  multiply(count: number, values: number, window: number): void;
  spectrum(...sizeAndAddresses: number[]): void;
  power(bins: number, spectrum: number, out: number): void;
  squareRoots(count: number, values: number, out: number): void;
}

/** Whether this machine runs it. */
export function runsWasmTransform(): boolean {
  return runsWebAssembly(wasmTransformCode);
}

/**
 * A transform in WebAssembly, two numbers at a time: some four times as fast as `plainTransform`,
 * with the same numbers but for the last digit.
 *
 * @param size a power of two, 8 or more
 */
export function wasmTransform(size: number): RealTransform {
  const turns = stageTwiddleFactors(size / 2);
  const realTwiddles = asTwiddleFactors(Array.from({ length: size / 4 }, (_, k) => (k + 1) / size));
  const bins = size / 2 + 1;
  const lengths = [size, size, size + 2, bins, bins, size, size, turns.length, realTwiddles.length];
  const memory = new WebAssembly.Memory({ initial: 1 });
  const addresses = placeBlocks(
    memory,
    lengths.map((length) => 8 * length),
  );
  const views = addresses.map((address, i) => new Float64Array(memory.buffer, address, lengths[i]));
  const [input, window, spectrum, powers, magnitudes] = views;
  views[7].set(turns);
  views[8].set(realTwiddles);
  const code = webAssemblyExports<Exports>(wasmTransformCode, memory);
  const [inputAt, windowAt, spectrumAt, powersAt, magnitudesAt, ...tables] = addresses;
  return {
    input,
    window,
    spectrum,
    powers,
    magnitudes,
    applyWindow: () => code.multiply(size, inputAt, windowAt),
    transform: () => code.spectrum(size, inputAt, ...tables, spectrumAt),
    power: () => code.power(bins, spectrumAt, powersAt),
    magnitude: () => code.squareRoots(bins, powersAt, magnitudesAt),
  };
}

/**
 * The twiddle factors of every radix-4 stage of a complex transform, in the order in which they are
 * read.
 */
function stageTwiddleFactors(size: number): Float64Array {
  const parts: number[] = [];
  for (let length = size; length >= 4; length /= 4) {
    for (let p = 0; p < length / 4; p++) parts.push(p / length, (2 * p) / length, (3 * p) / length);
  }
  return asTwiddleFactors(parts);
}

/** Each exp(-2 pi i part) as a vector multiplies by it: (re, re) and (-im, im). */
function asTwiddleFactors(parts: readonly number[]): Float64Array {
  return Float64Array.from(
    parts.flatMap((part) => {
      const re = Math.cos(2 * Math.PI * part);
      const im = -Math.sin(2 * Math.PI * part);
      return [re, re, -im, im];
    }),
  );
}
