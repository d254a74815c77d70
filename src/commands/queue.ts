import type { Command } from "commander";
import { openedQueue, queueToOpen } from "./options/queue-option";

/** `ser queue`. */
export function addQueue(program: Command): void {
  program
    .command("queue")
    .description("what waits, runs and failed in a queue, and which machines take its jobs")
    .addOption(queueToOpen())
    .option("--clear", "take out what waits, is done or failed; jobs in work go on")
    .action(async ({ clear, ...options }) => {
      const address = openedQueue("queue", options);
      const { clearQueue } = await import("../lib/jobs/queue/clear-queue");
      const { queueState } = await import("../lib/jobs/queue/queue-state");
      const { queueText } = await import("../lib/report/queue-text");
      if (clear) await clearQueue(address);
      console.log(queueText(await queueState(address)));
    });
}
