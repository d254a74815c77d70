import { basename, join } from "node:path";
import type { CheckedCorpus } from "../corpus/recording";
import { crossValidate, type FoldStore } from "../evaluation/cross-validate";
import type { Fold } from "../evaluation/folds/fold";
import { foldDigest } from "../evaluation/folds/fold-digest";
import { makeFolds } from "../evaluation/folds/folds";
import { defaultWorkers } from "../jobs/run-jobs";
import { checkModelTakes, modelFamily } from "../models/create-model";
import type { ModelOptions } from "../models/model-family";
import { checkSameRun } from "./check-same-run";
import { corpusSubject, type ExperimentSubject } from "./experiment-subject";
import { FoldFiles } from "./fold-files";
import { makeRecord } from "./make-record";
import { writeProvenance } from "./provenance";
import { isRun, type Run, readRun, writeRun } from "./run-files";
import { resultsFolder, runName } from "./run-folder";
import type { RunRecord } from "./run-record";
import { versions } from "./versions";

/** What is tried; everything but the model has the default of the command line. */
export interface ExperimentChoice {
  readonly model: string;
  /** Default "loso". */
  readonly folds?: string;
  /** Default "train". */
  readonly normalize?: "train" | "speaker";
  /** Whether the model's grid is searched inside each training part; default true. */
  readonly search?: boolean;
  /** Default 0. */
  readonly seed?: number;
  readonly options?: ModelOptions;
}

export interface ExperimentOptions {
  /** Worker threads, for extraction and folds; default: one per core. */
  readonly workers?: number;
  /** Whether the feature cache is used; default true. */
  readonly cache?: boolean;
  /** Whether a run of other settings in the same folder is replaced; default false. */
  readonly replace?: boolean;
  readonly onProgress?: (done: number, total: number, note: string) => void;
}

/**
 * Cross-validates a model and writes the run to `folder`: the same bytes on every rerun on one machine. A killed run goes on
 * from its finished folds.
 *
 * @throws InputError where the folder holds a run of other settings or another corpus
 */
export async function runExperiment(
  subject: ExperimentSubject,
  choice: ExperimentChoice,
  folder: string,
  options: ExperimentOptions = {},
): Promise<Run> {
  const started = new Date();
  const settings = await settingsOf(subject, choice);
  checkSameRun(folder, subject.fingerprint, options.replace ? undefined : settings);
  const store = new FoldFiles(folder, [settings, foldsOf(subject, choice), subject.fingerprint, versions()]);
  const run = { folder, ...(await evaluateSubject(subject, choice, options, store)) };
  writeRun(run);
  writeProvenance(folder, started);
  store.clear();
  return run;
}

/** Cross-validates a model without writing anything but finished folds, where they are kept. */
export async function evaluateSubject(
  subject: ExperimentSubject,
  choice: ExperimentChoice,
  { workers = defaultWorkers(), cache, onProgress }: ExperimentOptions,
  store?: FoldStore,
): Promise<Omit<Run, "folder">> {
  const settings = await settingsOf(subject, choice);
  const folds = foldsOf(subject, choice);
  const table = await subject.table({ workers, cache, onProgress });
  const evaluation = await crossValidate(table, folds, { ...settings, workers, onProgress, store });
  return { record: makeRecord(subject, settings, folds, evaluation), predictions: evaluation.predictions };
}

/**
 * The run of an experiment on a corpus under results/<name>/runs/: read where it is there with the same settings, folds, recordings and
 * versions, computed otherwise.
 *
 * ```ts
 * (await experiment(corpus, "librosa-v1", { model: "svm-linear" })).record.metrics.uar.value
 * ```
 */
export async function experiment(
  corpus: CheckedCorpus,
  features: string,
  choice: ExperimentChoice,
  options: ExperimentOptions = {},
): Promise<Run> {
  const subject = corpusSubject(corpus, features);
  const found = await findRun(subject, choice);
  if (found) return found;
  return runExperiment(subject, choice, await runFolder(subject, choice), { ...options, replace: true });
}

/** The run under results/<name>/runs/ that was made with these settings, folds, recordings and versions. */
export async function findRun(
  subject: ExperimentSubject,
  choice: ExperimentChoice,
): Promise<Run | undefined> {
  const folder = await runFolder(subject, choice);
  if (!isRun(folder)) return undefined;
  const run = readRun(folder);
  const wanted = { settings: await settingsOf(subject, choice), corpus: subject, versions: versions() };
  return identity(run.record) === identity(wanted) ? run : undefined;
}

async function runFolder(subject: ExperimentSubject, choice: ExperimentChoice): Promise<string> {
  return join(resultsFolder(subject.name), "runs", runName(await settingsOf(subject, choice)));
}

function foldsOf({ recordings }: ExperimentSubject, { folds = "loso", seed = 0 }: ExperimentChoice): Fold[] {
  return makeFolds(folds, recordings, seed);
}

/** @throws UsageError for an unknown model, or one that cannot take the features */
async function settingsOf(
  subject: ExperimentSubject,
  choice: ExperimentChoice,
): Promise<RunRecord["settings"]> {
  const { model, folds = "loso", normalize = "train", search = true, seed = 0, options = {} } = choice;
  const { features } = subject;
  checkModelTakes(model, await subject.kind(), features);
  const settings = { features, model, folds: basename(folds), normalize, search, seed, options };
  const digest = foldDigest(folds, foldsOf(subject, choice), subject.recordings);
  return { ...settings, ...(digest && { foldDigest: digest }), ...(await backendOf(model)) };
}

async function backendOf(model: string): Promise<Pick<RunRecord["settings"], "backend">> {
  if (!modelFamily(model).usesTensors) return {};
  const { nodeBackend } = await import("../loading/node-backend");
  return { backend: await nodeBackend() };
}

function identity({
  settings,
  corpus,
  versions,
}: Pick<RunRecord, "settings" | "versions"> & { corpus: { fingerprint: string } }): string {
  return JSON.stringify([settings, corpus.fingerprint, versions]);
}
