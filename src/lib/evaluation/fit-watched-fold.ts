import type { FeatureTable } from "../dataset/feature-table";
import type { FitContext } from "../models/classifier";
import { type FittedModel, fitModel } from "./fit-model";
import type { Fold } from "./folds/fold";
import type { LabelledRows, ModelSettings } from "./model-settings";

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
  return fitModel(part(table, train), settings, { onProgress, watched: part(table, test) });
}

function part({ rows, recordings }: FeatureTable, of: readonly number[]): LabelledRows {
  return {
    rows: of.map((i) => rows[i]),
    labels: of.map((i) => recordings[i].emotion),
    speakers: of.map((i) => recordings[i].speaker),
  };
}
