import { runsWebAssembly, webAssemblyExports } from "../../numbers/kernels/web-assembly";
import { wasmLstmCode, wasmLstmFusedCode } from "./wasm-lstm-code";

const GATES = 4;
const VECTOR_BYTES = 16;
/** A group of four units: the four gates' weights of one input, or the four gates themselves. */
export const GROUP_BYTES = GATES * VECTOR_BYTES;

/** Adding 1.5 * 2^23 rounds to a whole number, which is left in the lowest bits. */
const ROUNDER = 1.5 * 2 ** 23;

/**
 * Numbers that the code reads, one after the other from address 0 of the memory on: a load is
 * cheaper than a constant in the code.
 */
export const CONSTANTS = [
  87,
  -87,
  Math.LOG2E,
  Math.LN2,
  ROUNDER,
  1 / 720,
  1 / 120,
  1 / 24,
  1 / 6,
  1 / 2,
  1,
] as const;

type Project = (input: number, inputSize: number, weights: number, gates: number, rowBytes: number) => void;
type Step = (
  gates: number,
  state: number,
  stateSize: number,
  weights: number,
  cell: number,
  output: number,
  rowBytes: number,
) => void;

/**
 * The functions of `wasm-lstm.assembly.ts`, each for one row and for two rows that lie `rowBytes`
 * apart. The others are addresses and counts; weights lie as `packInputWeights` and
 * `packStateWeights` put them.
 */
export interface LstmKernels {
  readonly projectOne: Project;
  readonly projectTwo: Project;
  readonly stepOne: Step;
  readonly stepTwo: Step;
}

/** The functions on a memory, fused where the engine has relaxed SIMD. */
export function lstmKernels(memory: WebAssembly.Memory): LstmKernels {
  const code = runsWebAssembly(wasmLstmFusedCode) ? wasmLstmFusedCode : wasmLstmCode;
  return webAssemblyExports<LstmKernels>(code, memory);
}
