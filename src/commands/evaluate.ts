import type { Command } from "commander";
import { UsageError } from "../lib/check";
import { checkPlace } from "../lib/disk/paths";
import { terminalProgress } from "../lib/report/terminal-progress";
import { augmentOption } from "./options/augment-option";
import { columnNames } from "./options/column-names";
import { addCorpusOptions, type CorpusOptions } from "./options/corpus-options";
import { normalizeOption } from "./options/normalize-option";
import { positiveInteger, wholeNumber } from "./options/number-options";
import { openHealthy } from "./options/open-healthy";
import { queueOption } from "./options/queue-option";
import { noiseOption, stressChoice, stressOption } from "./options/stress-options";

/** `ser evaluate`. */
export function addEvaluate(program: Command): void {
  const command = program
    .command("evaluate")
    .description("cross-validate a model, and leave run.json and predictions.csv");
  addCorpusOptions(command, "optional")
    .option(
      "--features <set>",
      "name of the feature set; conditioned:SET brings every recording to one level first",
    )
    .option("--table <file>", "a feature table made elsewhere, instead of --corpus and --features")
    .option("--labels <file>", "CSV with file, emotion, speaker for --table, joined by file")
    .requiredOption("--model <model>", "majority, svm-linear, svm-rbf, cnn, ...")
    .requiredOption("--out <dir>", "folder of the run")
    .option(
      "--folds <folds>",
      "loso, group-K, group-KxREPEATS, stratified-group-K, official, column:NAME, speaker+text, FILE.json, or random-K (leaks speakers); dev parts choose options only",
      "loso",
    )
    .addOption(normalizeOption())
    .option("--seed <n>", "seed of everything random", wholeNumber, 0)
    .option("--no-search", "fixed options instead of a grid search inside each training part")
    .option("--workers <n>", "worker threads (default: one per core)", positiveInteger)
    .addOption(augmentOption())
    .option("--groups <columns>", "scores by columns of the corpus, too: gender,language", columnNames)
    .addOption(stressOption())
    .addOption(noiseOption())
    .addOption(queueOption())
    .option("--no-cache", "neither read nor write the feature cache")
    .option("--force", "normalise by clusters even where the speaker tells the emotion")
    .action(async ({ out, workers, cache, force, stress, noise, ...options }) => {
      const { planExperiment } = await import("../lib/runs/experiment-plan");
      const { checkClusterable } = await import("../lib/evaluation/check-clusterable");
      const { runExperiment } = await import("../lib/runs/experiment");
      const { runText } = await import("../lib/report/run-text");
      checkPlace(out);
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
    });
}

interface SubjectOptions extends Partial<CorpusOptions> {
  readonly features?: string;
  readonly table?: string;
  readonly labels?: string;
  readonly folds: string;
}

async function subjectOf(options: SubjectOptions) {
  const { corpusSubject, tableSubject } = await import("../lib/runs/experiment-subject");
  const { needsSpeakers } = await import("../lib/evaluation/folds/needs-speakers");
  const { corpus, features, table, labels } = options;
  const unseenSpeakers = needsSpeakers(options.folds);
  if (table !== undefined) {
    if (corpus !== undefined || features !== undefined)
      throw new UsageError("--table stands instead of --corpus and --features");
    const { readFeatureTable } = await import("../lib/dataset/read-feature-table");
    const { openCorpus } = await import("../lib/corpus/open-corpus");
    const { requireLabels } = await import("../lib/corpus/health/require-labels");
    const labelled = labels === undefined ? undefined : (await openCorpus(labels)).recordings;
    const read = readFeatureTable(table, labelled);
    for (const { message } of requireLabels(read.set, read.recordings, unseenSpeakers))
      console.error(message);
    return tableSubject(read);
  }
  if (labels !== undefined) throw new UsageError("--labels goes with --table; a corpus has its own");
  if (corpus === undefined || features === undefined) {
    throw new UsageError("evaluate needs --corpus and --features, or --table (with --labels)");
  }
  return corpusSubject(await openHealthy({ ...options, corpus }, "evaluate", unseenSpeakers), features);
}
