import { wasmDualStepsCode } from "../../numbers/kernels/wasm-dual-steps-code";
import { placeBlocks, runsWebAssembly, webAssemblyExports } from "../../numbers/kernels/web-assembly";
import { type DualArrays, plainDualSteps } from "./plain-dual-steps";

/** A two-class problem on its way to the optimum. */
export interface DualState extends DualArrays {
  /** Takes up to so many steps of the solver; whether the optimum was reached. */
  takeSteps(steps: number, tolerance: number): boolean;
}

interface Exports {
  takeSteps(
    size: number,
    kernel: number,
    diagonal: number,
    lower: number,
    upper: number,
    coefficients: number,
    slopes: number,
    steps: number,
    tolerance: number,
  ): number;
}

const runsVectors = runsWebAssembly(wasmDualStepsCode);
const spaces: { readonly memory: WebAssembly.Memory; readonly code: Exports }[] = [];

/**
 * An empty problem, to be filled; in a memory where vectors work on it, if the machine has them.
 * States of the same depth share one: the earlier is no more.
 */
export function dualState(size: number, depth: number): DualState {
  return runsVectors ? vectorState(size, depth) : plainState(size);
}

function plainState(size: number): DualState {
  const doubles = () => new Float64Array(size);
  const state: DualArrays = {
    size,
    kernel: new Float32Array(size * size),
    diagonal: doubles(),
    lower: doubles(),
    upper: doubles(),
    coefficients: doubles(),
    slopes: doubles(),
  };
  return { ...state, takeSteps: (steps, tolerance) => plainDualSteps(state, steps, tolerance) };
}

function vectorState(size: number, depth: number): DualState {
  const { memory, code } = spaceAt(depth);
  const doubles = 8 * (size + 1);
  const addresses = placeBlocks(memory, [doubles, doubles, doubles, doubles, doubles, 4 * size * size + 8]);
  const [diagonal, lower, upper, coefficients, slopes] = addresses.slice(0, 5).map((address) => {
    // Vectors take in one number beyond an odd size: all zero, it cannot move.
    new Float64Array(memory.buffer, address, size + 1)[size] = 0;
    return new Float64Array(memory.buffer, address, size);
  });
  const [ofDiagonal, ofLower, ofUpper, ofCoefficients, ofSlopes, ofKernel] = addresses;
  const kernel = new Float32Array(memory.buffer, ofKernel, size * size);
  const takeSteps = (steps: number, tolerance: number) =>
    code.takeSteps(
      size,
      ofKernel,
      ofDiagonal,
      ofLower,
      ofUpper,
      ofCoefficients,
      ofSlopes,
      steps,
      tolerance,
    ) !== 0;
  return { size, kernel, diagonal, lower, upper, coefficients, slopes, takeSteps };
}

function spaceAt(depth: number) {
  if (!spaces[depth]) {
    const memory = new WebAssembly.Memory({ initial: 1 });
    spaces[depth] = { memory, code: webAssemblyExports<Exports>(wasmDualStepsCode, memory) };
  }
  return spaces[depth];
}
