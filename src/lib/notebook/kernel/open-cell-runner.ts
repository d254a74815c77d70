import { setImmediate as nextTurn } from "node:timers/promises";
import type { CellRunner } from "./cell-runner";
import { keptDeclarations, makeDeclarations } from "./library-declarations";

/** Loads the compiler and what runs cells with it; where the library's declarations were never made, makes them first. */
export async function openCellRunner(): Promise<CellRunner> {
  await nextTurn();
  const kept = keptDeclarations();
  const { createCompiler } = await import("./compiler");
  const compiler = await createCompiler(kept.size > 0 ? kept : await makeDeclarations());
  // tslab must find the prepared TypeScript when it is first loaded.
  const { createCellRunner } = await import("./cell-runner");
  return createCellRunner(compiler);
}
