import type { JobRunner } from "./job-runner";
import { outputOf } from "./output-of";
import type { OnStep, Task } from "./task";
import type { WorkerPool } from "./worker-pool";

/**
 * Jobs on this machine: one worker is this thread, several are a pool that is loaded and starts
 * with the first job, as often there is none.
 */
export function localRunner<Input, Output>(
  task: Task<Input, Output>,
  workers: number,
): JobRunner<Input, Output> {
  const { module, run, isolation = "thread" } = task;
  let pool: Promise<WorkerPool> | undefined;
  const inPool = async (input: Input, onStep?: OnStep) => {
    pool ??= startPool(isolation, workers);
    return outputOf(await (await pool).run({ module, input }, onStep)) as Output;
  };
  return {
    lanes: Math.max(1, workers),
    goesOn: false,
    run: workers > 1 ? inPool : async (input, onStep) => run(input, onStep),
    tally: () => "",
    close: async () => (await pool)?.close(),
  };
}

async function startPool(isolation: "thread" | "process", workers: number): Promise<WorkerPool> {
  return isolation === "process"
    ? (await import("./process-pool")).processPool()
    : (await import("./thread-pool")).threadPool(workers);
}
