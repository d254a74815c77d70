import type { Command } from "commander";
import { UsageError } from "../lib/check";
import { checkPlace } from "../lib/disk/paths";
import { terminalProgress } from "../lib/report/terminal-progress";
import { EXPERIMENT_SETTINGS } from "../lib/runs/sweep/settings";
import { BANDWIDTH, limitedTo, parseBandwidth } from "./options/bandwidth-option";
import { addCorpusOptions, type CorpusOptions } from "./options/corpus-options";
import { addExperimentOptions, addTestOptions } from "./options/experiment-options";
import { openHealthy } from "./options/open-healthy";
import { openTable } from "./options/open-table";
import { stressChoice } from "./options/stress-options";

/** `ser evaluate`. */
export function addEvaluate(program: Command): void {
  const command = program
    .command("evaluate")
    .description("cross-validate a model, and leave run.json and predictions.csv");
  addCorpusOptions(command, "optional")
    .option("--features <set>", EXPERIMENT_SETTINGS.features)
    .option("--bandwidth <hz>", BANDWIDTH, parseBandwidth)
    .option("--table <file>", EXPERIMENT_SETTINGS.table)
    .option("--labels <file>", EXPERIMENT_SETTINGS.labels)
    .requiredOption("--model <model>", EXPERIMENT_SETTINGS.model)
    .requiredOption("--out <dir>", "folder of the run")
    .option("--folds <folds>", EXPERIMENT_SETTINGS.folds, "loso");
  addTestOptions(addExperimentOptions(command)).action(
    async ({ bandwidth, features, out, workers, cache, force, stress, noise, ...others }) => {
      const { planExperiment } = await import("../lib/runs/experiment-plan");
      const { checkClusterable } = await import("../lib/evaluation/check-clusterable");
      const { runExperiment } = await import("../lib/runs/experiment");
      const { runText } = await import("../lib/report/run-text");
      checkPlace(out);
      if (bandwidth !== undefined && features === undefined)
        throw new UsageError("--bandwidth limits recordings before --features; a table has none");
      const options = { ...others, ...(features && { features: limitedTo(bandwidth, features) }) };
      const subject = await subjectOf(options);
      if (options.normalize === "clustered" && !force) checkClusterable(subject.recordings);
      const conditions = await stressChoice({ stress, noise });
      const plan = await planExperiment(subject, { ...options, ...conditions });
      const run = await runExperiment(plan, out, {
        workers,
        cache,
        onProgress: terminalProgress(),
      });
      console.log(runText(run));
    },
  );
}

interface SubjectOptions extends Partial<CorpusOptions> {
  readonly features?: string;
  readonly table?: string;
  readonly labels?: string;
  readonly folds: string;
}

async function subjectOf(options: SubjectOptions) {
  const { corpusSubject } = await import("../lib/runs/experiment-subject");
  const { needsSpeakers } = await import("../lib/evaluation/folds/needs-speakers");
  const { corpus, features, table, labels } = options;
  const unseenSpeakers = needsSpeakers(options.folds);
  if (table !== undefined) {
    if (corpus !== undefined || features !== undefined)
      throw new UsageError("--table stands instead of --corpus and --features");
    return openTable({ table, labels }, unseenSpeakers);
  }
  if (labels !== undefined) throw new UsageError("--labels goes with --table; a corpus has its own");
  if (corpus === undefined || features === undefined) {
    throw new UsageError("evaluate needs --corpus and --features, or --table (with --labels)");
  }
  return corpusSubject(await openHealthy({ ...options, corpus }, "evaluate", unseenSpeakers), features);
}
