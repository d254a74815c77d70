import type { Row } from "../features/row";
import type { FitContext } from "../models/classifier";
import { createModel, modelFamily } from "../models/create-model";
import type { HeldOutDecisions, JudgedDecisions } from "../models/held-out-decisions";
import type { GridPoint } from "../models/model-family";
import { Normalizer } from "../models/normalization/normalizer";
import { groupKFold } from "./folds/group-k-fold";
import { uar } from "./metrics/uar";
import type { LabelledRows, ModelSettings } from "./model-settings";
import { rowsAt } from "./rows-at";

export interface GridChoice {
  /** The best point of the grid; of equals the first. */
  readonly chosen: GridPoint;
  /** Its decisions on the inner held-out parts: what probabilities are calibrated on. */
  readonly heldOut: readonly JudgedDecisions[];
}

/** What a search may have beside its training part. */
export interface SearchContext {
  /** What options are chosen on, instead of inner parts. */
  readonly development?: LabelledRows;
  readonly onProgress?: FitContext["onProgress"];
}

const INNER_FOLDS = 3;

/**
 * Chooses options inside a training part: every point of the grid is fitted on inner parts without
 * a speaker in common (scikit-learn's GroupKFold of 3), normalised anew in each, and scored by the
 * UAR of the pooled held-out decisions. With a development part it is fitted on the whole training
 * part instead, and scored there.
 *
 * @returns undefined where the training part has fewer than two speakers and there is no
 *   development part, so that nothing can be held out
 */
export async function gridSearch(
  training: LabelledRows,
  grid: readonly GridPoint[],
  settings: ModelSettings,
  { onProgress, development }: SearchContext = {},
): Promise<GridChoice | undefined> {
  const parts = development ? [{ training, heldOut: development }] : innerParts(training);
  if (parts.length === 0) return undefined;
  const byFold: JudgedDecisions[][] = [];
  const start = performance.now();
  for (const { training, heldOut } of parts) {
    const seconds = (performance.now() - start) / 1000;
    onProgress?.(byFold.length, parts.length, searchNote(byFold.length, parts.length, seconds));
    const decisions = await decideHeldOut(training, heldOut, grid, settings);
    byFold.push(decisions.map((decision) => ({ ...decision, truths: heldOut.labels })));
  }
  const byPoint = grid.map((_, point) => byFold.map((fold) => fold[point]));
  const scores = byPoint.map(pooledUar);
  const best = scores.indexOf(Math.max(...scores));
  return { chosen: grid[best], heldOut: byPoint[best] };
}

function innerParts(training: LabelledRows): { training: LabelledRows; heldOut: LabelledRows }[] {
  const { speakers, labels } = training;
  const { size } = new Set(speakers);
  if (size < 2) return [];
  const recordings = speakers.map((speaker, i) => ({ file: "", speaker, emotion: labels[i] }));
  return groupKFold(recordings, Math.min(INNER_FOLDS, size)).map(({ train, test }) => ({
    training: rowsAt(training, train),
    heldOut: rowsAt(training, test),
  }));
}

/** Where a search is, and how long it still takes if it goes on as until now. */
function searchNote(done: number, folds: number, seconds: number): string {
  const left = done === 0 ? "" : `, ${Math.ceil((seconds / done) * (folds - done))} s left of it`;
  return `search, inner part ${done + 1} of ${folds}${left}`;
}

function pooledUar(folds: readonly JudgedDecisions[]): number {
  return uar(
    folds.flatMap(({ truths }) => truths),
    folds.flatMap(({ predicted }) => predicted),
  );
}

/** Decisions on the held-out rows, one per point of the grid. */
async function decideHeldOut(
  training: LabelledRows,
  heldOut: LabelledRows,
  grid: readonly GridPoint[],
  settings: ModelSettings,
): Promise<HeldOutDecisions[]> {
  const { rows, held } = normalizeInner(training.rows, heldOut.rows, settings);
  const points = grid.map((point) => ({ ...settings.options, ...point }));
  const { decideGrid } = modelFamily(settings.model);
  if (decideGrid) return decideGrid(rows as Float64Array[], training.labels, held as Float64Array[], points);
  if (new Set(training.labels).size === 1)
    return points.map(() => sameForAll(training.labels[0], held.length));
  const out: HeldOutDecisions[] = [];
  for (const options of points) {
    const model = await createModel(settings.model, options);
    await model.fit(rows, training.labels, { seed: settings.seed, speakers: training.speakers });
    const predictions = await model.predict(held);
    out.push({
      labels: model.labels,
      predicted: predictions.map(({ label }) => label),
      scores: predictions.map(({ probabilities }) => probabilities),
    });
  }
  return out;
}

/**
 * What can be decided after a training part with a single label, from which some models refuse to
 * learn.
 */
function sameForAll(label: string, rows: number): HeldOutDecisions {
  return { labels: [label], predicted: Array(rows).fill(label), scores: Array(rows).fill([1]) };
}

/** Rows normalised by speaker are so already; the others by the inner training part. */
function normalizeInner(
  rows: readonly Row[],
  held: readonly Row[],
  settings: ModelSettings,
): { rows: Row[]; held: Row[] } {
  const normalizer = settings.normalize === "train" ? Normalizer.fit(rows, settings) : undefined;
  const apply = (row: Row) => normalizer?.apply(row) ?? row;
  return { rows: rows.map(apply), held: held.map(apply) };
}
