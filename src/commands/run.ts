import type { Command } from "commander";
import { addWorkingOptions } from "./options/working-options";

/** `ser run`. */
export function addRun(program: Command): void {
  const command = program
    .command("run")
    .description("run the product of settings that an experiment file names; what is there is kept")
    .argument("<experiment.json>", "corpora, features, models, ...: see docs/experiment.schema.json")
    .option("--out <dir>", "where the runs of each corpus go (default: results/<corpus>/runs)");
  addWorkingOptions(command).action(async (path: string, { out, workers, cache }) => {
    const { runSweep } = await import("./run-sweep");
    await runSweep(path, { out, workers, cache });
  });
}
