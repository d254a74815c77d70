import { hostname } from "node:os";
import { Worker } from "bullmq";
import { InputError } from "../../check";
import { cacheId } from "../../disk/cache-id";
import { processPool } from "../process-pool";
import { codeVersion } from "./code-version";
import { connectRedis } from "./connect-redis";
import { deaths, queueNames } from "./job-message";
import { JobTaker } from "./job-taker";
import { countJob } from "./machine-counts";
import { openQueue } from "./open-queue";
import { whenEmpty } from "./when-empty";

/** Options of `takeJobs`. */
export interface TakeOptions {
  /** Processes that compute, each one job at a time. */
  readonly workers: number;
  /** Where this machine has the corpus's audio. Default: where the one who asks has it. */
  readonly audioRoot?: string;
  /**
   * Ends when nothing waits, nothing is in work and nobody has asked for so long, in seconds.
   * Default: never.
   */
  readonly untilEmptySeconds?: number;
  /** Ends, after the jobs in work, when it is aborted. */
  readonly signal?: AbortSignal;
  /** A worker that is silent for so long is taken for dead, in seconds. Default: 15. */
  readonly lockSeconds?: number;
  /** Called as each job ends; `error` tells why it did not succeed. */
  readonly onJob?: (name: string, seconds: number, error?: string) => void;
}

/**
 * Takes jobs from a queue and does them in processes of their own, so that the event loop stays
 * free to tell Redis that this worker lives.
 *
 * @returns how many jobs it did
 * @throws InputError where Redis cannot be used, and where a job cannot be done here: that job is
 *   given back, and no other is taken
 */
export async function takeJobs(address: string, options: TakeOptions): Promise<number> {
  const { workers, audioRoot, lockSeconds = 15 } = options;
  const facts = { code: codeVersion(), cache: cacheId(), audioRoot };
  const redis = await connectRedis(address);
  const pool = processPool();
  const taker = new JobTaker(pool, facts);
  const { name, prefix } = queueNames;
  const lockDuration = 1000 * lockSeconds;
  const worker = new Worker(name, (job, token) => taker.take(job, token), {
    ...{ connection: redis, prefix, name: hostname(), concurrency: workers },
    ...{ lockDuration, stalledInterval: Math.round(lockDuration / 3), maxStalledCount: deaths - 1 },
  });
  const closed = new Promise<void>((resolve) => worker.once("closed", resolve));
  const end = () => void worker.close();
  taker.onRefusal = end;
  options.signal?.addEventListener("abort", end, { once: true });
  let done = 0;
  worker.on("completed", (job) => {
    done++;
    void countJob(redis, hostname());
    options.onJob?.(job.name, secondsOf(job));
  });
  worker.on("failed", (job, error) => job && options.onJob?.(job.name, secondsOf(job), error.message));
  worker.on("error", tellOther);
  try {
    if (options.untilEmptySeconds !== undefined) {
      void whenEmpty(openQueue(redis), options.untilEmptySeconds, closed).then(end);
    }
    await closed;
  } finally {
    await pool.close();
    redis.disconnect();
  }
  if (taker.refusal !== undefined) throw new InputError(taker.refusal);
  return done;
}

function secondsOf({ processedOn, finishedOn }: { processedOn?: number; finishedOn?: number }): number {
  return ((finishedOn ?? Date.now()) - (processedOn ?? Date.now())) / 1000;
}

/** That Redis does not answer, `connectRedis` has told. */
function tellOther(error: NodeJS.ErrnoException): void {
  if (error.code === undefined && !/connection/i.test(error.message)) console.error(error.message);
}
