import { join } from "node:path";
import type { FeatureTable } from "../dataset/feature-table";
import { projectRoot } from "../disk/paths";
import type { Row } from "../features/row";
import { setPreparation } from "../features/set-preparation";
import { runJobs } from "../jobs/run-jobs";
import type { Task } from "../jobs/task";
import { checkModelTakes, modelFamily } from "../models/create-model";
import type { GridPoint, ModelOptions } from "../models/model-family";
import type { Normalization } from "../models/normalization/normalization";
import { shareRows } from "../numbers/shared-rows";
import type { Evaluation } from "./evaluation";
import fitFold, { type FoldJob, type FoldResult } from "./fit-fold";
import { foldElsewhere } from "./fold-elsewhere";
import { foldJob } from "./fold-job";
import type { AlteredFoldTable } from "./fold-table";
import type { Fold } from "./folds/fold";
import { FoldsInWork } from "./folds-in-work";
import type { ModelSettings } from "./model-settings";
import { normalizedBefore } from "./normalized-before";
import { poolFolds } from "./pool-folds";
import { slowFitWarning } from "./slow-fit-warning";

/**
 * Where the results of finished folds are kept, so that a killed evaluation goes on where it was.
 */
export interface FoldStore {
  get(fold: number): FoldResult | undefined;
  put(fold: number, result: FoldResult): void;
}

export interface CrossValidation {
  /** A name that `createModel` knows. */
  readonly model: string;
  /** Of the model; its defaults otherwise. */
  readonly options?: ModelOptions;
  /** Default "train". */
  readonly normalize?: Normalization;
  /**
   * Search inside each training part: the model's own grid (true, the default), none, or these
   * points.
   */
  readonly search?: boolean | readonly GridPoint[];
  /** Default 0. */
  readonly seed?: number;
  /** Whether training rows are mixed with others as well; default false. */
  readonly mixup?: boolean;
  /**
   * Folds fitted side by side, networks in processes, other models in threads; default 1, in this
   * thread.
   */
  readonly workers?: number;
  /**
   * Called as folds and the steps of their fits go by; `doneFolds` counts a fold in work by its
   * part.
   */
  readonly onProgress?: (doneFolds: number, folds: number, note: string) => void;
  readonly store?: FoldStore;
}

/** Of the beta distribution that networks mix by (Zhang et al. 2018 take .1 to .4). */
const NETWORK_MIXUP = 0.2;

/**
 * Options as plain settings with every default filled in, and which columns are whose where sets
 * stand side by side.
 */
export function modelSettings(
  options: CrossValidation,
  { blocks, set }: Partial<Pick<FeatureTable, "blocks" | "set">> = {},
): ModelSettings {
  const { model, search = true, normalize = "train", seed = 0, mixup = false } = options;
  const { grid: own = [], usesTensors = false } = modelFamily(model);
  const grid = typeof search === "boolean" ? (search ? own : []) : search;
  const bounded = set !== undefined && setPreparation(set).isConditioned;
  const mixed =
    mixup && (usesTensors ? { options: { mixup: NETWORK_MIXUP, ...options.options } } : { mixup });
  return {
    model,
    normalize,
    seed,
    grid,
    blocks,
    ...(bounded && { bounded }),
    options: options.options ?? {},
    ...mixed,
  };
}

/**
 * Predicts every recording by a model that was fitted without its fold. Everything learned from
 * data, scaler and search included, is learned from the training part of each fold alone.
 *
 * @example await crossValidate(table, makeFolds("loso", table.recordings, 0), { model: "svm-linear" })
 */
export async function crossValidate(
  table: FeatureTable,
  folds: readonly Fold[],
  options: CrossValidation,
): Promise<Evaluation> {
  const settings = modelSettings(options, table);
  const labelled = labelledRows(table, settings);
  const warning = slowFitWarning({ ...settings, recordings: table.rows.length, folds: folds.length });
  if (warning) process.stderr.write(`${warning}\n`); // in a log, too, where progress is silent at first
  const results = await runFolds({ ...labelled, folds }, settings, options);
  return poolFolds(table, folds, results);
}

/**
 * What all folds learn from and decide on, each its part.
 *
 * @throws UsageError for a model that cannot take the rows
 */
export function labelledRows(
  table: FeatureTable,
  { model, normalize }: ModelSettings,
): Omit<AlteredFoldTable, "folds"> {
  const { rows, recordings, set, augmented, stressed } = table;
  checkModelTakes(model, "data" in rows[0] ? "matrix" : "vector", set);
  const speakers = recordings.map(({ speaker }) => speaker);
  return {
    rows: normalizedBefore(table, normalize),
    labels: recordings.map(({ emotion }) => emotion),
    speakers,
    ...(augmented && { augmented: augmented.map((part) => normalizedBefore(table, normalize, part)) }),
    ...(stressed && { stressed: stressed.map((part) => normalizedBefore(table, normalize, part.rows)) }),
  };
}

async function runFolds(
  table: AlteredFoldTable,
  settings: ModelSettings,
  { workers = 1, store, onProgress }: CrossValidation,
): Promise<FoldResult[]> {
  // libtensorflow in several threads of one process can crash it (tensorflow/tfjs#8388).
  const isolation = modelFamily(settings.model).usesTensors ? "process" : "thread";
  const inThreads = workers > 1 && isolation === "thread";
  const share = inThreads ? shareRows : (rows: readonly Row[]) => rows;
  const { augmented, stressed } = table;
  const shared = { augmented: augmented?.map(share), stressed: stressed?.map(share) };
  const learned = { ...table, ...shared, rows: share(table.rows) };
  const jobs = table.folds.map((fold) => foldJob(learned, fold, settings));
  const results = jobs.map((job, i) => {
    const kept = store?.get(i);
    return kept?.predictions.length === job.test.length ? kept : undefined;
  });
  const open = [...jobs.keys()].filter((i) => !results[i]);
  let done = jobs.length - open.length;
  const inWork = new FoldsInWork();
  const task: Task<FoldJob, FoldResult> = {
    module: join(projectRoot, "src/lib/evaluation/fit-fold.ts"),
    run: fitFold,
    isolation,
    elsewhere: table.augmented || table.stressed ? undefined : foldElsewhere(table, jobs),
  };
  await runJobs(
    task,
    open.map((i) => jobs[i]),
    {
      workers,
      onStep: ({ fold }, steps, of, note) => {
        inWork.step(fold, steps / of);
        onProgress?.(done + inWork.sum(), jobs.length, `fold ${fold}: ${note}`);
      },
      onDone: (result, index, { fold }, tally) => {
        inWork.done(fold);
        results[open[index]] = result;
        store?.put(open[index], result);
        done++;
        onProgress?.(done + inWork.sum(), jobs.length, `fold ${fold}${tally && ` (${tally})`}`);
      },
    },
  );
  return results as FoldResult[];
}
