import { connectRedis } from "./connect-redis";
import { forgetCounts } from "./machine-counts";
import { openQueue } from "./open-queue";

/**
 * Takes out of a queue what waits, what is done and what failed, and the machines' counts; jobs in
 * work go on.
 *
 * @throws InputError where its Redis cannot be used
 */
export async function clearQueue(address: string): Promise<void> {
  const redis = await connectRedis(address);
  const queue = openQueue(redis);
  try {
    await queue.drain(true);
    for (const state of ["completed", "failed"] as const) await queue.clean(0, 0, state);
    await forgetCounts(redis);
  } finally {
    await queue.close();
    redis.disconnect();
  }
}
