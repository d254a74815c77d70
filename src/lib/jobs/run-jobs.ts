import { availableParallelism } from "node:os";
import { InputError } from "../check";
import type { Task } from "./task";
import type { WorkerPool } from "./worker-pool";

export interface JobOptions<Input, Output> {
  /** Worker threads, or processes where the task asks for them; 1 runs the jobs in this thread, one after the other. Default: one per core. */
  readonly workers?: number;
  /** Called as each job ends, in the order of ending; `index` is the job's place in the inputs. */
  readonly onDone?: (output: Output, index: number, input: Input) => void | Promise<void>;
}

/** How many workers a machine carries: one per core. */
export function defaultWorkers(): number {
  return availableParallelism();
}

/**
 * Runs a task on every input, at most `workers` at a time, and hands each output to `onDone` as it comes.
 *
 * Inputs are pulled one by one as workers become free and outputs are not kept, so memory does not grow with the list.
 * The first job that fails ends the run: those in work are abandoned, the error is thrown.
 *
 * @example
 * const squares = [];
 * const square = { module: "square.ts", run: (x) => x * x };
 * await runJobs(square, [1, 2, 3], { workers: 1, onDone: (y, i) => void (squares[i] = y) });
 * squares // [1, 4, 9]
 */
export async function runJobs<Input, Output>(
  task: Task<Input, Output>,
  inputs: Iterable<Input> | AsyncIterable<Input>,
  { workers = defaultWorkers(), onDone = () => {} }: JobOptions<Input, Output> = {},
): Promise<void> {
  const pool = workers > 1 ? lazyPool(task, workers) : undefined;
  const source = iterate(inputs);
  let pulled = 0;
  const lane = async () => {
    for (let item = await source.next(); !item.done; item = await source.next()) {
      const index = pulled++;
      const input = item.value as Input; // tslab's compiler, which is not strict, does not narrow by `done`
      const output = pool ? await runInPool(await pool(), task, input) : await task.run(input);
      await onDone(output, index, input);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.max(1, workers) }, lane));
  } finally {
    await pool?.close();
  }
}

/** An async generator answers concurrent calls of `next` one after the other, so lanes can share it. */
async function* iterate<Input>(inputs: Iterable<Input> | AsyncIterable<Input>) {
  yield* inputs;
}

/** A pool that is loaded and starts its workers with the first job, as often there is none. */
function lazyPool({ isolation = "thread" }: Pick<Task<never, never>, "isolation">, workers: number) {
  let pool: Promise<WorkerPool> | undefined;
  const start = async () =>
    isolation === "process"
      ? (await import("./process-pool")).processPool()
      : (await import("./thread-pool")).threadPool(workers);
  const get = () => {
    pool ??= start();
    return pool;
  };
  return Object.assign(get, { close: async () => (await pool)?.close() });
}

async function runInPool<Input, Output>(pool: WorkerPool, task: Task<Input, Output>, input: Input) {
  const answer = await pool.run({ module: task.module, input });
  if ("inputError" in answer) throw new InputError(answer.inputError);
  return answer.output as Output;
}
