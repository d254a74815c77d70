import { UsageError } from "../check";
import type { FeatureTable } from "../dataset/feature-table";
import { checkModelTakes } from "../models/create-model";
import type { GridPoint } from "../models/model-family";
import { Normalizer } from "../models/normalization/normalizer";
import { Recognizer } from "../models/saved/recognizer";
import { type CrossValidation, modelSettings } from "./cross-validate";
import { fitModel } from "./fit-model";
import { normalizedBefore } from "./normalized-before";

const NOT_SAVED =
  "needs many recordings at once, and a saved model hears one at a time: train with --normalize speaker, which goes by what it has heard of a voice";

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
  checkModelTakes(settings.model, "data" in table.rows[0] ? "matrix" : "vector", table.set);
  const { normalize } = settings;
  if (normalize !== "train" && normalize !== "speaker")
    throw new UsageError(`--normalize ${normalize} ${NOT_SAVED}`);
  const speakers = table.recordings.map(({ speaker }) => speaker);
  const labels = table.recordings.map(({ emotion }) => emotion);
  const rows = normalizedBefore(table, normalize);
  const { classifier, chosen } = await fitModel({ rows, labels, speakers }, settings, options);
  const recognizer = new Recognizer({
    featureSet: table.set,
    columns: table.columns,
    normalize,
    normalizer: Normalizer.fit(table.rows, settings),
    classifier,
  });
  return { recognizer, chosen };
}
