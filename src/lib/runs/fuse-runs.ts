import { join } from "node:path";
import { InputError } from "../check";
import { describeEvaluation } from "../evaluation/describe-evaluation";
import type { Evaluation } from "../evaluation/evaluation";
import { fuseEvaluations } from "../evaluation/fuse-evaluations";
import { checkSameRun } from "./check-same-run";
import { labelOf } from "./label-of";
import { writeProvenance } from "./provenance";
import { type Run, writeRun } from "./run-files";
import { resultsFolder, runName } from "./run-folder";
import type { RunRecord, RunSettings } from "./run-record";

/** What the runs must have in common, and what it is called. */
const shared = [
  ["corpus", ({ corpus }: RunRecord) => corpus.fingerprint],
  ["folds", ({ settings }: RunRecord) => JSON.stringify([settings.folds, settings.foldDigest])],
  ["normalisation", ({ settings }: RunRecord) => settings.normalize],
  ["versions of what computes", ({ versions }: RunRecord) => JSON.stringify(versions)],
] as const;

/**
 * Fuses finished runs to one more, by the mean of their probabilities (`fuseEvaluations`), and
 * writes it to a folder.
 *
 * @param runs two or more; intervals are drawn with the first one's seed
 * @param out the folder; default: under results/<name>/runs/, as `runName` tells
 * @throws InputError where the runs differ in corpus, folds, normalisation or versions, or the
 *   folder holds another run
 * @example fuseRuns([run, chance], "runs/both").record.settings.model // "fusion-of-lda-and-majority"
 */
export function fuseRuns(runs: readonly Run[], out?: string): Run {
  const started = new Date();
  const [{ record: first }] = runs;
  checkAlike(runs);
  const settings = fusedSettings(runs);
  const folder = out ?? join(resultsFolder(first.corpus.name), "runs", runName(settings));
  checkSameRun(folder, first.corpus, settings);
  const evaluation = fuseEvaluations(runs.map(evaluationOf));
  const record = {
    ...first,
    settings,
    numbers: Object.assign({}, ...runs.map(({ record }) => record.numbers)),
    ...describeEvaluation(evaluation, settings.seed),
    notes: [
      `The mean of the probabilities of ${runs.map((run) => labelOf(run)).join("; ")}.`,
      ...new Set(runs.flatMap((run) => run.record.notes)),
    ],
  };
  const run = { folder, record, predictions: evaluation.predictions };
  writeRun(run);
  writeProvenance(folder, started);
  return run;
}

function fusedSettings(runs: readonly Run[]): RunSettings {
  const settings = runs.map(({ record }) => record.settings);
  const [{ folds, foldDigest, normalize, seed }] = settings;
  return {
    features: [...new Set(settings.map(({ features }) => features))].join("+"),
    model: `fusion-of-${settings.map(({ model }) => model).join("-and-")}`,
    folds,
    normalize,
    search: settings.every(({ search }) => search),
    seed,
    options: {},
    ...(foldDigest && { foldDigest }),
  };
}

function evaluationOf({ record: { confusion, folds }, predictions }: Run): Evaluation {
  return { labels: confusion.labels, predictions, folds };
}

function checkAlike(runs: readonly Run[]): void {
  const [first] = runs;
  checkNumbers(runs);
  for (const other of runs.slice(1)) {
    for (const [name, of] of shared) {
      if (of(first.record) === of(other.record)) continue;
      throw new InputError(
        `${first.folder} and ${other.folder} differ in their ${name}; fuse runs that were made alike`,
      );
    }
  }
}

/** Runs of other numbers under the same name stand for different models. */
function checkNumbers(runs: readonly Run[]): void {
  const seen = new Map<string, { readonly version: number; readonly folder: string }>();
  for (const { folder, record } of runs) {
    for (const [name, version] of Object.entries(record.numbers ?? {})) {
      const before = seen.get(name) ?? { version, folder };
      seen.set(name, before);
      if (before.version === version) continue;
      throw new InputError(
        `${before.folder} and ${folder} differ in the version of the numbers of ${name} (${before.version}, ${version}); make the older one anew`,
      );
    }
  }
}
