import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Piscina } from "piscina";
import { InputError } from "../check";
import { projectRoot } from "../paths";
import type { Task } from "./task";
import type { WorkerAnswer, WorkerCall } from "./worker";

export interface JobOptions<Output> {
  /** Worker threads; 1 runs the jobs in this thread, one after the other. Default: one per core. */
  readonly workers?: number;
  /** Called as each job ends, in the order of ending; `index` is the job's place in the inputs. */
  readonly onDone?: (output: Output, index: number) => void | Promise<void>;
}

/** How many workers a machine carries: one per core. */
export function defaultWorkers(): number {
  return availableParallelism();
}

/**
 * Runs a task on every input, at most `workers` at a time, and hands each output to `onDone` as it comes.
 *
 * No more jobs are handed out than there are workers, so memory does not grow with the list; outputs are not kept here.
 * The first job that fails ends the run: those in work are abandoned, the error is thrown.
 *
 * @example await runJobs(squareTask, [1, 2, 3], { workers: 2, onDone: (square, index) => { squares[index] = square; } });
 */
export async function runJobs<Input, Output>(
  task: Task<Input, Output>,
  inputs: readonly Input[],
  { workers = defaultWorkers(), onDone = () => {} }: JobOptions<Output> = {},
): Promise<void> {
  const threads = Math.min(workers, inputs.length);
  if (threads <= 1) return runHere(task, inputs, onDone);
  const pool = new Piscina({
    filename: join(projectRoot, "src/lib/jobs/worker.ts"),
    execArgv: ["--require", "tsx/cjs"],
    minThreads: threads,
    maxThreads: threads,
  });
  try {
    await drain(threads, inputs.length, async (index) => {
      const answer: WorkerAnswer = await pool.run({
        module: task.module,
        input: inputs[index],
      } satisfies WorkerCall);
      if ("inputError" in answer) throw new InputError(answer.inputError);
      await onDone(answer.output as Output, index);
    });
  } finally {
    await pool.destroy();
  }
}

async function runHere<Input, Output>(
  task: Task<Input, Output>,
  inputs: readonly Input[],
  onDone: (output: Output, index: number) => void | Promise<void>,
): Promise<void> {
  for (const [index, input] of inputs.entries()) await onDone(await task.run(input), index);
}

/** `lanes` runners take the next index as they become free. */
async function drain(lanes: number, count: number, run: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await run(next++);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
