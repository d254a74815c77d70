import { Queue } from "bullmq";
import { connectRedis } from "./connect-redis";
import { queueNames } from "./job-message";
import { forgetCounts } from "./machine-counts";

/**
 * Takes out of a queue what waits, what is done and what failed, and the machines' counts; jobs in
 * work go on.
 */
export async function clearQueue(address: string): Promise<void> {
  const redis = await connectRedis(address);
  const { name, prefix } = queueNames;
  const queue = new Queue(name, { connection: redis, prefix });
  try {
    await queue.drain(true);
    for (const state of ["completed", "failed"] as const) await queue.clean(0, 0, state);
    await forgetCounts(redis);
  } finally {
    await queue.close();
    redis.disconnect();
  }
}
