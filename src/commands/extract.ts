import type { Command } from "commander";
import { checkPlace } from "../lib/disk/paths";
import { terminalProgress } from "../lib/report/terminal-progress";
import { addCorpusOptions } from "./options/corpus-options";
import { openHealthy } from "./options/open-healthy";
import { addWorkingOptions } from "./options/working-options";

/** `ser extract`. */
export function addExtract(program: Command): void {
  const command = program.command("extract").description("features of every recording, as a table");
  addCorpusOptions(command, "required")
    .requiredOption("--features <set>", "name of the feature set, such as egemaps-v02")
    .requiredOption("--out <file>", "FILE.csv (vectors) or FILE.parquet (vectors and matrices)");
  addWorkingOptions(command).action(async ({ features, out, workers, cache, ...where }) => {
    const { writeTable } = await import("../lib/dataset/write-table");
    checkPlace(out);
    const corpus = await openHealthy(where, "extract");
    await writeTable(corpus, features, out, { workers, cache, onProgress: terminalProgress() });
    console.log(`${out}: ${corpus.recordings.length} recordings, ${features}`);
  });
}
