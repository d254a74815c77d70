import { availableParallelism } from "node:os";
import { InputError } from "../check";
import type { JobRunner } from "./job-runner";
import { localRunner } from "./local-runner";
import { queueInUse } from "./queue/queue-in-use";
import type { OnStep, Task } from "./task";

export interface JobOptions<Input, Output> {
  /**
   * Worker threads, or processes where the task asks for them; 1 runs the jobs in this thread, one
   * after the other. Default: one per core.
   */
  readonly workers?: number;
  /**
   * Called as each job ends, in the order of ending; `index` is the job's place in the inputs,
   * `tally` how many jobs each machine has done where there are several ("anna 12, bert 9").
   */
  readonly onDone?: (output: Output, index: number, input: Input, tally: string) => void | Promise<void>;
  /** Called as a job of this machine goes through its steps, where its task tells them. */
  readonly onStep?: (input: Input, ...step: Parameters<OnStep>) => void;
}

/** How many workers a machine carries: one per core. */
export function defaultWorkers(): number {
  return availableParallelism();
}

/**
 * Runs a task on every input and hands each output to `onDone` as it comes: at most `workers` at a
 * time on this machine, or on the machines that take jobs from the queue in use, where there is one
 * and the task can go elsewhere.
 *
 * Inputs are pulled one by one as workers become free and outputs are not kept, so memory does not
 * grow with the list. On this machine the first job that fails ends the run: those in work are
 * abandoned, the error is thrown. Of a queue's jobs the others go on, and those that failed are
 * told together.
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
  { workers = defaultWorkers(), onDone = () => {}, onStep = () => {} }: JobOptions<Input, Output> = {},
): Promise<void> {
  const runner = await openRunner(task, workers);
  const source = iterate(inputs);
  const failures: string[] = [];
  let pulled = 0;
  const lane = async () => {
    for (let item = await source.next(); !item.done; item = await source.next()) {
      const index = pulled++;
      const input = item.value as Input; // tslab's compiler, which is not strict, does not narrow by `done`
      const done = await attempt(runner, input, failures, (...step) => onStep(input, ...step));
      if (done) await onDone(done.output, index, input, runner.tally());
    }
  };
  try {
    await Promise.all(Array.from({ length: runner.lanes }, lane));
  } finally {
    await runner.close();
  }
  if (failures.length > 0) throw new InputError(failureText(failures, pulled));
}

async function openRunner<Input, Output>(
  task: Task<Input, Output>,
  workers: number,
): Promise<JobRunner<Input, Output>> {
  const address = queueInUse();
  if (address === undefined || !task.elsewhere) return localRunner(task, workers);
  const { QueueRunner } = await import("./queue/queue-runner");
  return new QueueRunner(address, task.elsewhere);
}

/** The output, or nothing where the job failed and the others go on. */
async function attempt<Input, Output>(
  { run, goesOn }: JobRunner<Input, Output>,
  input: Input,
  failures: string[],
  onStep: OnStep,
): Promise<{ readonly output: Output } | undefined> {
  try {
    return { output: await run(input, onStep) };
  } catch (error) {
    if (!goesOn || !(error instanceof InputError)) throw error;
    failures.push(error.message);
    return undefined;
  }
}

/**
 * An async generator answers concurrent calls of `next` one after the other, so lanes can share it.
 */
async function* iterate<Input>(inputs: Iterable<Input> | AsyncIterable<Input>) {
  yield* inputs;
}

const SHOWN = 20;

function failureText(failures: readonly string[], jobs: number): string {
  const more = failures.length > SHOWN ? [`... and ${failures.length - SHOWN} more`] : [];
  const done = `${jobs - failures.length} of ${jobs} jobs are done and kept: mend these, and run the command again`;
  return [...failures.slice(0, SHOWN), ...more, done].join("\n");
}
