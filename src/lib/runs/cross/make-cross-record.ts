import { relative } from "node:path";
import { corpusRecord } from "../../corpus/corpus-record";
import { readAcrossSpec } from "../../evaluation/folds/across-spec";
import { comparePredictions } from "../../evaluation/significance/compare-predictions";
import type { ExperimentPlan } from "../experiment-plan";
import type { Run } from "../run-files";
import type { CrossCorpusRecord, CrossRecord, CrossScore } from "./cross-record";
import type { CrossCell, CrossEntry, CrossPlan } from "./plan-cross";

/** The runs of a matrix by their plans. */
type Runs = ReadonlyMap<ExperimentPlan, Run>;

/** Everything about a finished matrix that is the same on every rerun. */
export function makeCrossRecord({ entries, map, folder, rows }: CrossPlan, runs: Runs): CrossRecord {
  const cells = rows.flatMap((row) => row.cells);
  const runOf = ({ plan }: CrossCell) => plan && runs.get(plan);
  const withinOf = (test: string) => cells.filter((cell) => cell.within && cell.test === test).map(runOf)[0];
  const [{ record: first }] = runs.values();
  const { labels } = first.confusion;
  const matrix = rows.map(({ train, cells }) => ({
    train,
    scores: cells.map((cell) => {
      const run = runOf(cell);
      return run ? scoreOf(cell, run, withinOf(cell.test), folder) : null;
    }),
  }));
  return {
    format: 1,
    settings: { ...settingsOf(first.settings, cells), ...(map && { map }) },
    labels,
    chance: 1 / labels.length,
    corpora: entries.map(corpusOf),
    matrix,
    versions: first.versions,
    numbers: first.numbers,
    notes: [...missingNotes(cells), ...notesOf(runs)],
  };
}

/** Those of all cells; the folds are those within a corpus. */
function settingsOf({ foldDigest: _, ...first }: Run["record"]["settings"], cells: readonly CrossCell[]) {
  const within = cells.find((cell) => cell.within && cell.plan)?.plan?.settings;
  return { ...first, folds: within?.folds ?? "none" };
}

function corpusOf({ subject, languages, levelDb, leftOut }: CrossEntry): CrossCorpusRecord {
  const { sampleRate } = subject;
  const sound = { ...(sampleRate && { sampleRate }), ...(levelDb !== undefined && { levelDb }) };
  return { ...corpusRecord(subject), languages, ...sound, leftOut };
}

function scoreOf(cell: CrossCell, run: Run, within: Run | undefined, folder: string): CrossScore {
  const { uar, accuracy } = run.record.metrics;
  const place = relative(folder, run.folder).replaceAll("\\", "/");
  const score = { test: cell.test, within: cell.within, uar, accuracy };
  if (cell.within || !within) return { ...score, run: place };
  const { seed } = run.record.settings;
  const { uarDifference, bootstrap } = comparePredictions(run.predictions, within.predictions, seed);
  return { ...score, gap: { value: uarDifference, speakers: bootstrap.interval }, run: place };
}

function missingNotes(cells: readonly CrossCell[]): string[] {
  return cells
    .filter(({ plan }) => plan === undefined)
    .map(({ test }) => `${test}: no two known speakers, so there is no score within it and no gap to it.`);
}

/**
 * What all runs say is told once; anything else with the run that says it, unless it tells itself
 * which corpus it is about.
 */
function notesOf(runs: Runs): string[] {
  const told = [...runs].map(([{ subject, settings }, { record }]) => ({
    subject,
    settings,
    notes: record.notes,
  }));
  const all = told.flatMap(({ subject, settings, notes }) =>
    notes.map((note) =>
      subject.notes.includes(note) || told.every((other) => other.notes.includes(note))
        ? note
        : `${readAcrossSpec(settings.folds) ? settings.folds : `within ${subject.name}`}: ${note}`,
    ),
  );
  return [...new Set(all)];
}
