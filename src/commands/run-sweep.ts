import { basename, join } from "node:path";
import { InputError } from "../lib/check";
import type { CheckedCorpus } from "../lib/corpus/recording";
import { writeFile } from "../lib/disk/paths";
import { terminalProgress } from "../lib/report/terminal-progress";
import type { ExperimentPlan } from "../lib/runs/experiment-plan";
import type { ExperimentSubject } from "../lib/runs/experiment-subject";
import type { Run } from "../lib/runs/run-files";
import type { ExperimentFile } from "../lib/runs/sweep/experiment-schema";
import type { CorpusOptions } from "./options/corpus-options";
import { openHealthy } from "./options/open-healthy";
import { openTable } from "./options/open-table";
import { stressChoice } from "./options/stress-options";

/** How a sweep works, and where its runs go. */
export interface SweepOptions {
  /** Default: results/<corpus>/runs. */
  readonly out?: string;
  readonly workers?: number;
  readonly cache?: boolean;
}

/** What a sweep was made on. */
export interface Sweep {
  readonly corpora: readonly SweptCorpus[];
  /** Whether there are runs within the corpora, and not the matrix alone. */
  readonly hasRuns: boolean;
  /** Whether there are matrices across the corpora as they are, without a label map. */
  readonly isAcross: boolean;
}

/** A corpus of an experiment as it was opened; a table made elsewhere is none. */
export interface SweptCorpus {
  readonly corpus: CheckedCorpus;
  readonly options: CorpusOptions;
}

/**
 * Does the product of settings that an experiment file names, telling each score when it is there,
 * and then its matrices across corpora.
 *
 * @throws InputError and UsageError as the reading, planning and running of it
 */
export async function runSweep(path: string, options: SweepOptions): Promise<Sweep> {
  const { readExperimentFile } = await import("../lib/runs/sweep/experiment-file");
  const { checkMatrices } = await import("../lib/runs/sweep/run-matrices");
  const file = readExperimentFile(path);
  const { corpora, subjects } = await openAll(file, options.out === undefined);
  checkMatrices(
    corpora.map(({ corpus }) => corpus),
    file,
  );
  const isAlone = typeof file.cross === "object" && file.cross.only;
  const hasRuns = !isAlone && (await runWithin(subjects, file, options)) > 0;
  await runAcross(corpora, file, options);
  return { corpora, hasRuns, isAcross: file.cross !== false && !mapped(file) };
}

function mapped({ cross }: ExperimentFile): boolean {
  return typeof cross === "object" && cross.map !== undefined;
}

/** @returns how many runs there are */
async function runWithin(
  subjects: readonly ExperimentSubject[],
  file: ExperimentFile,
  { out, ...options }: SweepOptions,
): Promise<number> {
  const { planSweep } = await import("../lib/runs/sweep/plan-sweep");
  const { runOf } = await import("../lib/runs/experiment");
  const { scoreText } = await import("../lib/report/score-text");
  const { scoresText } = await import("../lib/report/comparison-text");
  const { plans, leftOut } = await planSweep(subjects, file, await stressChoice(file));
  if (leftOut.length > 0) console.error(`These do not go together and are left out: ${leftOut.join(", ")}.`);
  const runs: Run[] = [];
  for (const [i, planned] of plans.entries()) {
    const plan = out === undefined ? planned : { ...planned, folder: placeIn(out, planned) };
    const run = await runOf(plan, { ...options, onProgress: terminalProgress() });
    runs.push(run);
    const { corpus, metrics } = run.record;
    console.error(
      `${i + 1} of ${plans.length}: ${corpus.name}, ${run.folder}: UAR ${scoreText(metrics.uar)}`,
    );
  }
  for (const name of new Set(runs.map(({ record }) => record.corpus.name)))
    console.log(`${name}\n${scoresText(runs.filter(({ record }) => record.corpus.name === name))}\n`);
  return runs.length;
}

function placeIn(out: string, { folder, subject }: ExperimentPlan): string {
  return join(out, subject.name, basename(folder));
}

async function runAcross(
  corpora: readonly SweptCorpus[],
  file: ExperimentFile,
  options: SweepOptions,
): Promise<void> {
  const { runMatrices } = await import("../lib/runs/sweep/run-matrices");
  const { crossText } = await import("../lib/report/cross-text");
  const opened = corpora.map(({ corpus }) => corpus);
  const matrices = await runMatrices(opened, file, { ...options, onProgress: terminalProgress() });
  for (const { folder, record } of matrices) {
    writeFile(join(folder, "cross.md"), `${crossText(record)}\n`);
    console.log(`${crossText(record)}\n\n${folder}\n`);
  }
}

async function openAll(file: ExperimentFile, inResults: boolean) {
  const { listOf } = await import("../lib/runs/sweep/list-of");
  const { checkSameCorpus } = await import("../lib/runs/comparison/check-same-corpus");
  const { corpusSubject } = await import("../lib/runs/experiment-subject");
  const { needsSpeakers } = await import("../lib/evaluation/folds/needs-speakers");
  const unseenSpeakers = listOf(file.folds).some(needsSpeakers);
  const corpora: SweptCorpus[] = [];
  const subjects: ExperimentSubject[] = [];
  for (const one of listOf(file.corpora)) {
    if (typeof one === "object" && "table" in one) {
      subjects.push(await openTable(one, unseenSpeakers));
      continue;
    }
    const options = typeof one === "string" ? { corpus: one } : one;
    const corpus = await openHealthy(options, "evaluate", unseenSpeakers);
    if (inResults) checkSameCorpus(corpus);
    corpora.push({ corpus, options });
    for (const features of listOf(file.features ?? [])) subjects.push(corpusSubject(corpus, features));
  }
  checkNames(subjects);
  return { corpora, subjects };
}

function checkNames(subjects: readonly ExperimentSubject[]): void {
  const places = subjects.map(({ name, features }) => `${name}\0${features}`);
  const twice = subjects.find((_, i) => places.indexOf(places[i]) < i);
  if (twice === undefined) return;
  throw new InputError(
    `"corpora": two are called "${twice.name}", and their runs would have one place; give one a "name"`,
  );
}
