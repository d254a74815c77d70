import type { Job } from "bullmq";
import { groupBy } from "../../numbers/group-by";
import { connectRedis } from "./connect-redis";
import { machineCounts } from "./machine-counts";
import { openQueue } from "./open-queue";

/** A job that failed for good. */
export interface FailedJob {
  readonly name: string;
  readonly reason: string;
  readonly machine: string;
}

/** What a machine does. */
export interface MachineState {
  readonly machine: string;
  /** Processes that take jobs there. */
  readonly workers: number;
  readonly running: number;
  /** Since the queue was cleared. */
  readonly done: number;
}

/** How a queue stands. */
export interface QueueState {
  readonly waiting: number;
  readonly running: number;
  /** Since a day. */
  readonly failed: readonly FailedJob[];
  /** Sorted by name. */
  readonly machines: readonly MachineState[];
}

/**
 * Looks at a queue.
 *
 * @throws InputError where its Redis cannot be used
 */
export async function queueState(address: string): Promise<QueueState> {
  const redis = await connectRedis(address);
  const queue = openQueue(redis);
  try {
    const [counts, active, failed, workers, done] = await Promise.all([
      queue.getJobCounts("waiting", "active", "delayed"),
      queue.getActive(),
      queue.getFailed(),
      queue.getWorkers(),
      machineCounts(redis),
    ]);
    const running = groupBy(active, machineOf);
    const working = groupBy(workers, ({ rawname }) => rawname.split(":w:")[1] ?? "?");
    const names = [...new Set([...done.keys(), ...running.keys(), ...working.keys()])].sort();
    return {
      waiting: counts.waiting + counts.delayed,
      running: counts.active,
      failed: failed.map((job) => ({
        name: job.name,
        reason: job.failedReason,
        machine: machineOf(job),
      })),
      machines: names.map((machine) => ({
        machine,
        workers: working.get(machine)?.length ?? 0,
        running: running.get(machine)?.length ?? 0,
        done: done.get(machine) ?? 0,
      })),
    };
  } finally {
    await queue.close();
    redis.disconnect();
  }
}

function machineOf({ processedBy }: Pick<Job, "processedBy">): string {
  return processedBy ?? "?";
}
