import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { type JobAnswer, type JobMessage, queueNames } from "./job-message";

/** The jobs that stand in a Redis. */
export type JobQueue = Queue<JobMessage, JobAnswer>;

/** Opens the queue of a Redis; whoever opens it closes it. */
export function openQueue(redis: Redis): JobQueue {
  const { name, prefix } = queueNames;
  return new Queue<JobMessage, JobAnswer>(name, { connection: redis, prefix });
}
