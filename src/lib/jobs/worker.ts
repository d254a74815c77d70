import type { MessagePort } from "node:worker_threads";
import { InputError } from "../check";
import type { OnStep } from "./task";

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

/** What a step of a job is as a message: the arguments of `OnStep`. */
export type StepMessage = Parameters<OnStep>;

/** Entry of every worker thread: runs one job of the task in `module`, and tells its steps. */
export default async function runInThread({
  steps,
  ...call
}: WorkerCall & { readonly steps?: MessagePort }): Promise<WorkerAnswer> {
  try {
    return await runInWorker(call, (...step) => steps?.postMessage(step satisfies StepMessage));
  } finally {
    steps?.close();
  }
}

/** Runs one job of the task in `module`. */
export async function runInWorker({ module, input }: WorkerCall, onStep: OnStep): Promise<WorkerAnswer> {
  // require, not import(): only the CommonJS loader of a worker reads TypeScript
  // (src/lib/jobs/typescript.cjs).
  const task = require(module) as { default: (input: unknown, onStep: OnStep) => unknown };
  try {
    return { output: await task.default(input, onStep) };
  } catch (error) {
    if (error instanceof InputError) return { inputError: error.message };
    throw error;
  }
}
