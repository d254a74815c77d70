import { InputError } from "../check";

/** What a worker is sent: which file's default export to run on which input. */
export interface WorkerCall {
  readonly module: string;
  readonly input: unknown;
}

/**
 * What it answers; an `InputError` crosses the border of a thread or process as its sentence, since
 * structured cloning drops the class.
 */
export type WorkerAnswer = { readonly output: unknown } | { readonly inputError: string };

/** Entry of every pool worker: runs one job of the task in `module`. */
export default async function runInWorker({ module, input }: WorkerCall): Promise<WorkerAnswer> {
  // require, not import(): only the CommonJS loader of a worker reads TypeScript
  // (src/lib/jobs/typescript.cjs).
  const task = require(module) as { default: (input: unknown) => unknown };
  try {
    return { output: await task.default(input) };
  } catch (error) {
    if (error instanceof InputError) return { inputError: error.message };
    throw error;
  }
}
