import type { OnStep } from "./task";
import type { WorkerAnswer, WorkerCall } from "./worker";

/**
 * Workers that run one job each at a time, threads (`thread-pool.ts`) or processes
 * (`process-pool.ts`).
 */
export interface WorkerPool {
  /** @throws what the job throws, but for an InputError, which is in the answer */
  run(call: WorkerCall, onStep?: OnStep): Promise<WorkerAnswer>;
  /** Ends every worker; jobs in work are abandoned. */
  close(): Promise<void>;
}
