import { spawn } from "node:child_process";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { CellRunner } from "./cell-runner";
import { type DeclaredLibrary, declaredLibrary, makeDeclarations } from "./library-declarations";

/** Loads the compiler and what runs cells with it. */
export async function openCellRunner(): Promise<CellRunner> {
  await nextTurn();
  const library = await openLibrary();
  const { createCompiler } = await import("./compiler");
  const compiler = await createCompiler(library);
  // tslab must find the prepared TypeScript when it is first loaded.
  const { createCellRunner } = await import("./cell-runner");
  return createCellRunner(compiler);
}

/**
 * The library's declarations: made first where they never were; where some sources have changed,
 * TypeScript reads these themselves, and another process makes the declarations anew for the
 * kernels to come.
 */
async function openLibrary(): Promise<DeclaredLibrary> {
  const library = declaredLibrary();
  if (library.texts.size === 0) return makeDeclarations();
  if (library.isStale) {
    const script = join(__dirname, "make-declarations.cjs");
    spawn(process.execPath, [script], { detached: true, stdio: "ignore" }).unref();
  }
  return library;
}
