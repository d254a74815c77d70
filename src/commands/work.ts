import { hostname } from "node:os";
import type { Command } from "commander";
import { positiveInteger } from "./options/number-options";
import { openedQueue, queueToOpen } from "./options/queue-option";

/**
 * A worker ends when the queue was of no use for so long: an experiment's next step has begun by
 * then.
 */
const untilEmptySeconds = 30;

/** `ser work`. */
export function addWork(program: Command): void {
  program
    .command("work")
    .description("take jobs that other commands hand out with --queue")
    .addOption(queueToOpen())
    .option(
      "--workers <n>",
      "processes, each with one job at a time (default: one per core)",
      positiveInteger,
    )
    .option(
      "--audio-root <dir>",
      "where the corpus's audio lies on this machine (default: where the one who asks has it)",
    )
    .option(
      "--until-empty",
      `end when nothing waits, nothing runs and nobody has asked for ${untilEmptySeconds} seconds`,
    )
    .action(async ({ audioRoot, untilEmpty, ...options }) => {
      const address = openedQueue("work", options);
      const { takeJobs } = await import("../lib/jobs/queue/take-jobs");
      const { defaultWorkers } = await import("../lib/jobs/run-jobs");
      const { withoutPassword } = await import("../lib/jobs/queue/queue-address");
      const { workers = defaultWorkers() } = options;
      const machine = hostname();
      console.error(
        `${machine} takes jobs from ${withoutPassword(address)}, ${workers} at a time; Ctrl-C ends it after those in work`,
      );
      const done = await takeJobs(address, {
        workers,
        audioRoot,
        ...(untilEmpty && { untilEmptySeconds }),
        signal: firstInterrupt(),
        onJob: (name, seconds, error) => console.error(`${name}: ${error ?? `${seconds.toFixed(1)} s`}`),
      });
      console.log(`${machine}: ${done} jobs done`);
    });
}

/** The first Ctrl-C, or a scheduler's SIGTERM, asks to end; the second ends. */
function firstInterrupt(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}
