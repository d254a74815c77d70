import type { Command } from "commander";
import { positiveInteger } from "./options/number-options";
import { queueOption } from "./options/queue-option";

/** `ser run`. */
export function addRun(program: Command): void {
  program
    .command("run")
    .description("run the product of settings that an experiment file names; what is there is kept")
    .argument("<experiment.json>", "corpora, features, models, ...: see docs/experiment.schema.json")
    .option("--out <dir>", "where the runs of each corpus go (default: results/<corpus>/runs)")
    .option("--workers <n>", "worker threads (default: one per core)", positiveInteger)
    .addOption(queueOption())
    .option("--no-cache", "neither read nor write the feature cache")
    .action(async (path: string, { out, workers, cache }) => {
      const { runSweep } = await import("./run-sweep");
      await runSweep(path, { out, workers, cache });
    });
}
