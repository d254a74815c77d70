import type { Redis } from "ioredis";
import { queueNames } from "./job-message";

const key = `${queueNames.prefix}:done-by-machine`;

/** Counts a job that a machine has done. */
export async function countJob(redis: Redis, machine: string): Promise<void> {
  await redis.hincrby(key, machine, 1);
}

/** How many jobs each machine has done, by name, sorted. */
export async function machineCounts(redis: Redis): Promise<ReadonlyMap<string, number>> {
  const counts = Object.entries(await redis.hgetall(key)).map(
    ([name, count]) => [name, Number(count)] as const,
  );
  return new Map(counts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Begins to count anew. */
export async function forgetCounts(redis: Redis): Promise<void> {
  await redis.del(key);
}
