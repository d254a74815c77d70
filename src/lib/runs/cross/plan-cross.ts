import { join } from "node:path";
import { InputError, UsageError } from "../../check";
import type { LabelMap } from "../../corpus/selection/label-map";
import { acrossSpec } from "../../evaluation/folds/across-spec";
import type { Fold } from "../../evaluation/folds/fold";
import { makeFolds } from "../../evaluation/folds/folds";
import type { ExperimentChoice } from "../experiment-choice";
import { type ExperimentPlan, planFolds } from "../experiment-plan";
import type { ExperimentSubject } from "../experiment-subject";
import { crossFolder } from "./cross-folder";
import { crossSubject } from "./cross-subject";

/** One place of the matrix: a training and a test corpus. */
export interface CrossCell {
  readonly test: string;
  /** Whether training and test are the same corpus, so that speakers are held out inside it. */
  readonly within: boolean;
  /** Undefined where a corpus does not tell two speakers apart, so that none can be held out. */
  readonly plan: ExperimentPlan | undefined;
}

/** The cells of one training corpus. */
export interface CrossRow {
  readonly train: string;
  readonly cells: readonly CrossCell[];
}

/** A corpus that takes part, with what no run tells of it. */
export interface CrossEntry {
  readonly subject: ExperimentSubject;
  /** As far as they are known. */
  readonly languages: readonly string[];
  /** Median level of the speech, in dB of full scale, where the recordings were heard. */
  readonly levelDb?: number;
  /** Recordings by emotion that another corpus has no counterpart for. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** A matrix before it is run. */
export interface CrossPlan {
  readonly entries: readonly CrossEntry[];
  /** The label map that the entries were made with. */
  readonly map?: LabelMap;
  readonly folder: string;
  readonly rows: readonly CrossRow[];
}

/** What the row is called that trains on all corpora but the one that is tested. */
export const ALL_OTHERS = "all others";

/**
 * Plans the matrix of training by test corpora. The last row trains on all others than the tested
 * one.
 *
 * @param entries the corpora, with the same labels; two or more of different names
 * @param choice the folds are those within a corpus
 * @param place the folder of the matrix, where each cell's run has its place in `runs/`; default:
 *   as `crossFolder` tells
 * @throws InputError where two corpora have one name, or normalisation by speaker meets unknown
 *   speakers
 * ```ts
 * (await planCross(entries, { model: "lda" })).rows.map(({ train }) => train) // ["emodb", "urdu", "all others"]
 * ```
 */
export async function planCross(
  entries: readonly CrossEntry[],
  choice: ExperimentChoice,
  { folder: place, map }: Partial<Pick<CrossPlan, "folder" | "map">> = {},
): Promise<CrossPlan> {
  const subjects = entries.map(({ subject }) => subject);
  const names = subjects.map(({ name }) => name);
  const folder = place ?? crossFolder(names, subjects[0]?.features, choice);
  checkSubjects(subjects, choice);
  const runs = join(folder, "runs");
  const rows: CrossRow[] = [];
  for (const train of subjects) {
    const cells: CrossCell[] = [];
    for (const test of subjects)
      cells.push(
        await (train === test ? planWithin(test, choice, runs) : planPair([train], test, choice, runs)),
      );
    rows.push({ train: train.name, cells });
  }
  rows.push(await planAllOthers(subjects, choice, rows, runs));
  return { entries, map, folder, rows };
}

/** With two corpora, all others are the other one. */
async function planAllOthers(
  subjects: readonly ExperimentSubject[],
  choice: ExperimentChoice,
  rows: readonly CrossRow[],
  runs: string,
): Promise<CrossRow> {
  if (subjects.length === 2) return { train: ALL_OTHERS, cells: [rows[1].cells[0], rows[0].cells[1]] };
  const cells: CrossCell[] = [];
  for (const test of subjects) {
    const others = subjects.filter((other) => other !== test);
    cells.push(await planPair(others, test, choice, runs));
  }
  return { train: ALL_OTHERS, cells };
}

async function planWithin(
  test: ExperimentSubject,
  choice: ExperimentChoice,
  runs: string,
): Promise<CrossCell> {
  const { folds: spec = "loso", seed = 0 } = choice;
  const cell = { test: test.name, within: true };
  if (!tellsSpeakers(test)) return { ...cell, plan: undefined };
  const subject = crossSubject([test], test);
  const folds = makeFolds(spec, subject.recordings, seed);
  const plan = await planFolds(subject, { ...choice, folds: spec }, folds);
  return { ...cell, plan: { ...plan, folder: join(runs, `within-${test.name}`) } };
}

async function planPair(
  train: readonly ExperimentSubject[],
  test: ExperimentSubject,
  choice: ExperimentChoice,
  runs: string,
): Promise<CrossCell> {
  const name = train.length === 1 ? train[0].name : "all-others";
  const subject = crossSubject(train, test);
  const indices = (isTest: boolean) =>
    subject.recordings.flatMap(({ extra }, i) => ((extra?.corpus === test.name) === isTest ? [i] : []));
  const fold: Fold = { name: test.name, train: indices(false), test: indices(true) };
  const spec = acrossSpec(
    train.map((one) => one.name),
    test.name,
  );
  const plan = await planFolds(subject, { ...choice, folds: spec }, [fold]);
  return { test: test.name, within: false, plan: { ...plan, folder: join(runs, `${name}-to-${test.name}`) } };
}

function tellsSpeakers({ recordings }: ExperimentSubject): boolean {
  const speakers = new Set(recordings.map(({ speaker }) => speaker));
  return speakers.size > 1 && !speakers.has("");
}

function checkSubjects(subjects: readonly ExperimentSubject[], { normalize }: ExperimentChoice): void {
  if (subjects.length < 2) throw new UsageError("a matrix across corpora needs two corpora or more");
  const names = subjects.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined)
    throw new InputError(`two corpora are called "${twice}"; name one of them: other=PATH`);
  const voiceless = subjects.find(({ recordings }) => recordings.some(({ speaker }) => speaker === ""));
  if (normalize === "speaker" && voiceless)
    throw new InputError(
      `${voiceless.name}: nobody tells who speaks, so its recordings cannot be normalised by speaker; pass --normalize corpus or train`,
    );
}
