import type { Command } from "commander";
import { checkPlace } from "../lib/disk/paths";
import { terminalProgress } from "../lib/report/terminal-progress";
import { addCorpusOptions } from "./options/corpus-options";
import { positiveInteger } from "./options/number-options";
import { openHealthy } from "./options/open-healthy";
import { queueOption } from "./options/queue-option";

/** `ser extract`. */
export function addExtract(program: Command): void {
  const command = program.command("extract").description("features of every recording, as a table");
  addCorpusOptions(command, "required")
    .requiredOption("--features <set>", "name of the feature set, such as egemaps-v02")
    .requiredOption("--out <file>", "FILE.csv (vectors) or FILE.parquet (vectors and matrices)")
    .option("--workers <n>", "worker threads (default: one per core)", positiveInteger)
    .addOption(queueOption())
    .option("--no-cache", "neither read nor write the feature cache")
    .action(async ({ features, out, workers, cache, ...where }) => {
      const { writeTable } = await import("../lib/dataset/write-table");
      checkPlace(out);
      const corpus = await openHealthy(where, "extract");
      await writeTable(corpus, features, out, { workers, cache, onProgress: terminalProgress() });
      console.log(`${out}: ${corpus.recordings.length} recordings, ${features}`);
    });
}
