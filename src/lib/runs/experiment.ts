import type { CheckedCorpus } from "../corpus/recording";
import { crossValidate } from "../evaluation/cross-validate";
import { defaultWorkers } from "../jobs/run-jobs";
import { alteredTable } from "./altered-table";
import { checkSameRun } from "./check-same-run";
import type { ExperimentChoice } from "./experiment-choice";
import { type ExperimentPlan, planExperiment } from "./experiment-plan";
import { corpusSubject } from "./experiment-subject";
import { FoldFiles } from "./fold-files";
import { makeRecord } from "./make-record";
import { writeProvenance } from "./provenance";
import { isRun, type Run, readRun, writeRun } from "./run-files";
import { runGroups } from "./run-groups";
import { identityOf } from "./run-identity";

export interface ExperimentOptions {
  /** Worker threads, for extraction and folds; default: one per core. */
  readonly workers?: number;
  /** Whether the feature cache is used; default true. */
  readonly cache?: boolean;
  /**
   * Whether a run of other settings in the same folder is replaced; default: true in a plan's own
   * folder (`runOf`), else false.
   */
  readonly replace?: boolean;
  readonly onProgress?: (done: number, total: number, note: string) => void;
}

/**
 * The run of an experiment on a corpus under results/<name>/runs/: read where it is there with the
 * same settings, folds, recordings and versions, computed otherwise.
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
  return runOf(await planExperiment(corpusSubject(corpus, features), choice), options);
}

/**
 * The run of a plan in its own folder: read where it is there, computed otherwise. Scores by groups
 * that a run lacks are made of its predictions.
 */
export async function runOf(
  plan: ExperimentPlan,
  { replace = true, ...options }: ExperimentOptions = {},
): Promise<Run> {
  const found = findRun(plan);
  if (found === undefined) return runExperiment(plan, plan.folder, { ...options, replace });
  // One that was killed right after its last file has left its folds.
  new FoldFiles(plan.folder, plan.identity()).clear();
  const told = found.record.groups?.map(({ column }) => column) ?? [];
  if (plan.groups.every((column) => told.includes(column))) return found;
  const { notes, ...record } = found.record;
  const groups = runGroups(found, plan.subject, plan.groups);
  const run = { ...found, record: { ...record, groups, notes } };
  writeRun(run);
  return run;
}

/** The run in a plan's own folder, where it is this plan's. */
export function findRun({ folder, identity }: ExperimentPlan): Run | undefined {
  if (!isRun(folder)) return undefined;
  const run = readRun(folder);
  return identityOf(run.record) === identity() ? run : undefined;
}

/**
 * Cross-validates a model and writes the run to `folder`: the same bytes on every rerun on one
 * machine. A killed run goes on from its finished folds.
 *
 * @throws InputError where the folder holds a run of other settings or another corpus
 */
export async function runExperiment(
  plan: ExperimentPlan,
  folder: string,
  { replace, ...options }: ExperimentOptions = {},
): Promise<Run> {
  const started = new Date();
  checkSameRun(folder, plan.subject, replace ? undefined : plan.settings);
  const run = { folder, ...(await evaluatePlan(plan, options, folder)) };
  writeRun(run);
  writeProvenance(folder, started);
  new FoldFiles(folder, plan.identity()).clear();
  return run;
}

/**
 * Cross-validates a model without writing the run.
 *
 * @param folder where finished folds are kept and taken from; default: nowhere
 */
export async function evaluatePlan(
  plan: ExperimentPlan,
  { workers = defaultWorkers(), cache, onProgress }: Omit<ExperimentOptions, "replace">,
  folder?: string,
): Promise<Omit<Run, "folder">> {
  const { settings, folds } = plan;
  const table = await alteredTable(plan, { workers, cache, onProgress });
  // Not before the table: extraction reads each file anyway, and the identity takes the digests
  // from there.
  const store = folder === undefined ? undefined : new FoldFiles(folder, plan.identity());
  const mixup = settings.augment?.includes("mixup");
  const evaluation = await crossValidate(table, folds, { ...settings, mixup, workers, onProgress, store });
  return { record: makeRecord(plan, evaluation), predictions: evaluation.predictions };
}
