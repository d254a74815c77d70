import { basename, join } from "node:path";
import { digestBytes, digestFile } from "../disk/digest-file";
import type { Fold } from "../evaluation/folds/fold";
import { foldDigest } from "../evaluation/folds/fold-digest";
import { makeFolds } from "../evaluation/folds/folds";
import { checkColumn } from "../evaluation/groups/check-column";
import { checkModelTakes, modelFamily } from "../models/create-model";
import type { ExperimentChoice } from "./experiment-choice";
import type { ExperimentSubject } from "./experiment-subject";
import { resultsFolder, runName } from "./run-folder";
import { identityOf } from "./run-identity";
import type { RunRecord, RunSettings } from "./run-record";
import { versions } from "./versions";

/**
 * An experiment before it is run: worked out once, then handed to all who look for the run, make it
 * or write it.
 */
export interface ExperimentPlan {
  readonly subject: ExperimentSubject;
  readonly settings: RunSettings;
  readonly noiseFiles: readonly string[];
  /** Columns by whose values the scores are told. */
  readonly groups: readonly string[];
  readonly folds: readonly Fold[];
  /** Versions of the numbers of feature sets and model, by name. */
  readonly numbers: RunRecord["numbers"];
  /** Where the run has its place: under results/<name>/runs/. */
  readonly folder: string;
  /**
   * What tells its run from all others, as `identityOf` its record; a corpus that nobody has read
   * yet is read for it.
   */
  identity(): string;
}

/**
 * Plans an experiment: its settings with all defaults, the folds, and the place of its run.
 *
 * @throws UsageError for an unknown model, one that cannot take the features, or unknown folds;
 *   InputError where the recordings do not allow the folds
 * @example (await planExperiment(corpusSubject(corpus, "librosa-v1"), { model: "svm-linear" })).folds.length // 4
 */
export async function planExperiment(
  subject: ExperimentSubject,
  choice: ExperimentChoice,
): Promise<ExperimentPlan> {
  const { folds: spec = "loso", seed = 0 } = choice;
  checkModelTakes(choice.model, await subject.kind(), subject.features);
  return planFolds(subject, { ...choice, folds: spec }, makeFolds(spec, subject.recordings, seed));
}

/**
 * Plans an experiment on folds that are there already.
 *
 * @param choice with what the folds are called
 * @throws UsageError for an unknown model, one that cannot take the features, or a column that the
 *   corpus does not have
 */
export async function planFolds(
  subject: ExperimentSubject,
  choice: ExperimentChoice & { readonly folds: string },
  folds: readonly Fold[],
): Promise<ExperimentPlan> {
  const { model, folds: spec, normalize = "train", search = true, seed = 0, options = {} } = choice;
  const { features, recordings } = subject;
  checkModelTakes(model, await subject.kind(), features);
  const { augment, stress, noiseFiles = [], groups = [] } = choice;
  for (const column of groups) checkColumn(recordings, column);
  const digest = foldDigest(spec, folds, recordings);
  const settings = {
    ...{ features, model, folds: basename(spec), normalize, search, seed, options },
    ...(augment?.length && { augment }),
    ...(stress?.length && { stress }),
    ...(noiseFiles.length > 0 && { noiseDigest: digestOfFiles(noiseFiles) }),
    ...(digest && { foldDigest: digest }),
    ...(await backendOf(model)),
  };
  const numbers = { ...subject.numbers, [model]: modelFamily(model).numbers };
  return {
    subject,
    settings,
    noiseFiles,
    groups,
    folds,
    numbers,
    folder: join(resultsFolder(subject.name), "runs", runName(settings)),
    identity: () => identityOf({ settings, corpus: subject, versions: versions(), numbers }),
  };
}

function digestOfFiles(paths: readonly string[]): string {
  return digestBytes(new TextEncoder().encode(paths.map(digestFile).join())).slice(0, 16);
}

async function backendOf(model: string): Promise<Pick<RunSettings, "backend">> {
  if (!modelFamily(model).usesTensors) return {};
  const { nodeBackend } = await import("../loading/node-backend");
  return { backend: await nodeBackend() };
}
