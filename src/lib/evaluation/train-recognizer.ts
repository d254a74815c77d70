import { UsageError } from "../check";
import type { FeatureTable } from "../dataset/feature-table";
import type { GridPoint } from "../models/model-family";
import { Normalizer } from "../models/normalization/normalizer";
import { Recognizer } from "../models/saved/recognizer";
import { clusterFold } from "./cluster-fold";
import { type CrossValidation, labelledRows, modelSettings } from "./cross-validate";
import { fitModel } from "./fit-model";
import { foldJob } from "./fold-job";
import type { Fold } from "./folds/fold";

/**
 * Fits a model on every recording of a table, its search included, to be used on new recordings.
 * How well it does there, `crossValidate` with the same options tells.
 *
 * @example (await trainRecognizer(table, { model: "svm-linear" })).recognizer.recognize(rows)
 */
export async function trainRecognizer(
  table: FeatureTable,
  options: Omit<CrossValidation, "workers" | "store">,
): Promise<{ readonly recognizer: Recognizer; readonly chosen: GridPoint }> {
  const settings = modelSettings(options, table);
  const { normalize } = settings;
  if (normalize === "corpus")
    throw new UsageError(
      "--normalize corpus is of several corpora; a saved model takes train, speaker or clustered",
    );
  const all = foldJob(labelledRows(table, settings), everything(table), settings).training;
  const clustered = normalize === "clustered" ? clusterFold(all, settings) : undefined;
  const { classifier, chosen } = await fitModel(clustered?.training ?? all, settings, options);
  const raw = [table.rows, ...(table.augmented ?? [])].flat();
  const recognizer = new Recognizer({
    featureSet: table.set,
    columns: table.columns,
    normalize,
    normalizer: Normalizer.fit(raw, settings),
    ...(clustered && { voices: clustered.normalizer.space }),
    classifier,
  });
  return { recognizer, chosen };
}

/** All recordings to learn from, none to decide on. */
function everything({ rows }: FeatureTable): Fold {
  return { name: "all", train: [...rows.keys()], test: [] };
}
