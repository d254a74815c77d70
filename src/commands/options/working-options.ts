import type { Command } from "commander";
import { UsageError } from "../../lib/check";
import { queueInUse } from "../../lib/jobs/queue/queue-in-use";
import { positiveInteger } from "./number-options";
import { queueOption } from "./queue-option";

/** How a command computes; the same for every one that extracts or fits. */
export interface WorkingOptions {
  readonly workers?: number;
  readonly cache: boolean;
}

/** Adds the options of computing to a command: by how many, where, and with which cache. */
export function addWorkingOptions(command: Command): Command {
  return command
    .option("--workers <n>", "worker threads (default: one per core)", positiveInteger)
    .addOption(queueOption())
    .option("--no-cache", "neither read nor write the feature cache")
    .hook("preAction", () => checkTogether(command.opts<WorkingOptions>()));
}

/** Machines hand rows over in the cache, whether the option or the environment names the queue. */
function checkTogether({ cache }: WorkingOptions): void {
  if (cache || queueInUse() === undefined) return;
  throw new UsageError(
    "--no-cache and --queue (or SER_QUEUE) exclude each other: machines hand rows over in the cache; leave one out",
  );
}
