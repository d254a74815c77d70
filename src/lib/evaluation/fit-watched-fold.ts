import type { FeatureTable } from "../dataset/feature-table";
import type { FitContext } from "../models/classifier";
import { labelledRows } from "./cross-validate";
import { type FittedModel, fitModel } from "./fit-model";
import type { Fold } from "./folds/fold";
import type { ModelSettings } from "./model-settings";
import { rowsAt } from "./rows-at";

/**
 * A model fitted on the training part of one fold as in a cross-validation, and judged after every
 * epoch on the test part, for its `history.watched` alone: the weights are those of an unwatched
 * fit.
 */
export function fitWatchedFold(
  table: FeatureTable,
  { train, test }: Fold,
  settings: ModelSettings,
  onProgress?: FitContext["onProgress"],
): Promise<FittedModel> {
  const all = labelledRows(table, settings);
  return fitModel(rowsAt(all, train), settings, { onProgress, watched: rowsAt(all, test) });
}
