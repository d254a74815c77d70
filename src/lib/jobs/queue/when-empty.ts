import { setTimeout as pause } from "node:timers/promises";
import type { JobQueue } from "./open-queue";

/**
 * Waits until a queue is of no use for so long: nothing waits, nothing is in work, and nobody who
 * asks is connected (between two steps of an experiment the queue is empty, too).
 *
 * @param stopped ends the waiting sooner
 */
export async function whenEmpty(queue: JobQueue, seconds: number, stopped: Promise<void>): Promise<void> {
  let isStopped = false;
  void stopped.then(() => {
    isStopped = true;
  });
  let idleSince = performance.now();
  while (!isStopped && performance.now() - idleSince < 1000 * seconds) {
    await pause(100 * Math.min(10, seconds));
    if (await isInUse(queue)) idleSince = performance.now();
  }
}

async function isInUse(queue: JobQueue): Promise<boolean> {
  const counts = await queue.getJobCounts("waiting", "active", "delayed");
  if (Object.values(counts).some((count) => count > 0)) return true;
  return (await queue.getQueueEvents()).length > 0;
}
