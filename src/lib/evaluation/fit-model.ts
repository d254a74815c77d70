import type { Row } from "../features/row";
import type { Classifier } from "../models/classifier";
import { createModel, modelFamily } from "../models/create-model";
import type { Calibratable } from "../models/held-out-decisions";
import type { GridPoint } from "../models/model-family";
import { Normalizer } from "../models/normalization/normalizer";
import { gridSearch, type SearchContext } from "./grid-search";
import { withMixedRows } from "./mixed-rows";
import type { LabelledRows, ModelSettings } from "./model-settings";

/** A model fitted on a training part, with what was learned on the way. */
export interface FittedModel {
  readonly classifier: Classifier;
  /** Statistics of the training part, as it was handed over. */
  readonly normalizer: Normalizer;
  /** What the search chose; empty without one. */
  readonly chosen: GridPoint;
}

/**
 * Searches the grid, fits the model with the best options on the whole training part, and
 * calibrates its probabilities on the inner held-out decisions of just these options. Everything
 * learned from data is learned from `training` alone.
 *
 * @param training Rows as extracted; with `normalize: "speaker"`, rows that are already normalised
 *   by speaker
 * @param context with a development part, options are chosen there, and networks stop by it;
 *   nothing is trained on it; `watched` rows are judged after every epoch, for the `history` alone
 */
export async function fitModel(
  training: LabelledRows,
  settings: ModelSettings,
  context: SearchContext & { readonly watched?: LabelledRows } = {},
): Promise<FittedModel> {
  if (modelFamily(settings.model).usesTensors) await (await import("../loading/node-backend")).nodeBackend();
  const search = await searchInside(training, settings, context);
  const chosen = search?.chosen ?? {};
  const classifier = await createModel(settings.model, { ...settings.options, ...chosen });
  const normalizer = Normalizer.fit(training.rows, settings);
  const normalized = (rows: readonly Row[]) =>
    settings.normalize === "train" ? rows.map((row) => normalizer.apply(row)) : rows;
  const { development, watched, onProgress } = context;
  const learned = { ...training, rows: normalized(training.rows) };
  const { rows, labels, speakers } = settings.mixup ? withMixedRows(learned, settings.seed) : learned;
  await classifier.fit(rows, labels, {
    seed: settings.seed,
    speakers,
    ...(development && {
      development: { rows: normalized(development.rows), labels: development.labels },
    }),
    ...(watched && { watched: { rows: normalized(watched.rows), labels: watched.labels } }),
    onProgress,
  });
  if (search && isCalibratable(classifier)) classifier.calibrate(search.heldOut);
  return { classifier, normalizer, chosen };
}

/**
 * Models that are calibrated need held-out decisions without a search, too: those of one point that
 * changes nothing.
 */
async function searchInside(training: LabelledRows, settings: ModelSettings, context: SearchContext) {
  const { grid } = settings;
  if (grid.length > 0) return gridSearch(training, grid, settings, context);
  return isCalibratable(await createModel(settings.model, settings.options))
    ? gridSearch(training, [{}], settings, context)
    : undefined;
}

function isCalibratable(model: Classifier): model is Classifier & Calibratable {
  return "calibrate" in model;
}
