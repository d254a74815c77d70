import { basename, dirname, join, resolve } from "node:path";
import type { Command } from "commander";
import { terminalProgress } from "../lib/report/terminal-progress";
import type { ExperimentPlan } from "../lib/runs/experiment-plan";
import type { ExperimentSubject } from "../lib/runs/experiment-subject";
import type { Run } from "../lib/runs/run-files";
import type { ExperimentFile } from "../lib/runs/sweep/experiment-file";
import type { CorpusOptions } from "./options/corpus-options";
import { positiveInteger } from "./options/number-options";
import { openHealthy } from "./options/open-healthy";
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
      const { readExperimentFile } = await import("../lib/runs/sweep/experiment-file");
      const { listOf, planSweep } = await import("../lib/runs/sweep/plan-sweep");
      const { isFoldsFile } = await import("../lib/evaluation/folds/folds-from-file");
      const { findRun, runExperiment } = await import("../lib/runs/experiment");
      const { scoreText } = await import("../lib/report/score-text");
      const { scoresText } = await import("../lib/report/comparison-text");
      const file = readExperimentFile(path);
      const settings = {
        ...file,
        folds: listOf(file.folds).map((spec) => (isFoldsFile(spec) ? fromFile(path, spec) : spec)),
      };
      const { plans, leftOut } = await planSweep(await subjectsOf(file, path, out === undefined), settings);
      if (leftOut.length > 0)
        console.error(`These do not go together and are left out: ${leftOut.join(", ")}.`);
      const runs: Run[] = [];
      for (const [i, planned] of plans.entries()) {
        const plan = out === undefined ? planned : { ...planned, folder: placeIn(out, planned) };
        const options = { workers, cache, replace: true, onProgress: terminalProgress() };
        const run = findRun(plan) ?? (await runExperiment(plan, plan.folder, options));
        runs.push(run);
        const { corpus, metrics } = run.record;
        console.error(
          `${i + 1} of ${plans.length}: ${corpus.name}, ${run.folder}: UAR ${scoreText(metrics.uar)}`,
        );
      }
      for (const name of new Set(runs.map(({ record }) => record.corpus.name))) {
        console.log(`${name}\n${scoresText(runs.filter(({ record }) => record.corpus.name === name))}\n`);
      }
    });
}

function placeIn(out: string, { folder, subject }: ExperimentPlan): string {
  return join(out, subject.name, basename(folder));
}

async function subjectsOf(
  file: ExperimentFile,
  path: string,
  inResults: boolean,
): Promise<ExperimentSubject[]> {
  const { listOf } = await import("../lib/runs/sweep/plan-sweep");
  const { checkSameCorpus } = await import("../lib/runs/check-same-corpus");
  const { corpusSubject } = await import("../lib/runs/experiment-subject");
  const { needsSpeakers } = await import("../lib/evaluation/folds/needs-speakers");
  const unseenSpeakers = listOf(file.folds).some(needsSpeakers);
  const subjects: ExperimentSubject[] = [];
  for (const one of listOf(file.corpora)) {
    const corpus = await openHealthy(optionsOf(one, path), "evaluate", unseenSpeakers);
    if (inResults) checkSameCorpus(corpus);
    for (const features of listOf(file.features)) subjects.push(corpusSubject(corpus, features));
  }
  return subjects;
}

/** Paths count from the experiment's folder. */
function optionsOf(one: string | CorpusOptions, path: string): CorpusOptions {
  const options = typeof one === "string" ? { corpus: one } : one;
  const { map, audioRoot } = options;
  return {
    ...options,
    corpus: fromFile(path, options.corpus),
    ...(map !== undefined && { map: fromFile(path, map) }),
    ...(audioRoot !== undefined && { audioRoot: fromFile(path, audioRoot) }),
  };
}

/** A path, or an adapter and a path, from the folder of a file. */
function fromFile(path: string, place: string): string {
  const [, adapter = "", rest] = /^([a-z][a-z\d-]+:)?(.*)$/is.exec(place) ?? [];
  return adapter + resolve(dirname(path), rest);
}
