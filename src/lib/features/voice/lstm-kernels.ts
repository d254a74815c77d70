import type { LstmMemory } from "./lstm-memory";
import { projectFunction, stepFunction } from "./lstm-step";
import { wasmModule } from "./wasm-code";

type Project = (input: number, inputSize: number, weights: number, gates: number) => void;
type Step = (
  gates: number,
  state: number,
  stateSize: number,
  weights: number,
  cell: number,
  output: number,
) => void;

/** The functions of `lstm-step.ts`, each for one row and for two neighbouring rows. */
export interface LstmKernels {
  readonly projectOne: Project;
  readonly projectTwo: Project;
  readonly stepOne: Step;
  readonly stepTwo: Step;
}

/** Compiles the functions for a memory, fused where the engine has relaxed SIMD. */
export async function compileKernels({ memory, rowBytes }: LstmMemory): Promise<LstmKernels> {
  const fused = lstmModule(rowBytes, true);
  const module = WebAssembly.validate(fused) ? fused : lstmModule(rowBytes, false);
  const { instance } = await WebAssembly.instantiate(module, { env: { memory } });
  return instance.exports as unknown as LstmKernels;
}

function lstmModule(rowBytes: number, fused: boolean): ArrayBuffer {
  const one = { rows: 1, rowBytes, fused };
  const two = { ...one, rows: 2 };
  return wasmModule([
    projectFunction("projectOne", one),
    projectFunction("projectTwo", two),
    stepFunction("stepOne", one),
    stepFunction("stepTwo", two),
  ]);
}
