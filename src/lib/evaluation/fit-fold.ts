import type { Row } from "../features/row";
import type { FitContext, Prediction, TrainingHistory } from "../models/classifier";
import type { GridPoint } from "../models/model-family";
import { clusterFold } from "./cluster-fold";
import { fitModel } from "./fit-model";
import type { LabelledRows, ModelSettings } from "./model-settings";

/** One fold as independent work: plain values in, plain values out. */
export interface FoldJob {
  readonly fold: string;
  readonly settings: ModelSettings;
  readonly training: LabelledRows;
  /** What options are chosen on and training is stopped by; never trained on. */
  readonly development?: LabelledRows;
  readonly test: readonly Row[];
  /** The test part under other conditions. */
  readonly stressed?: readonly (readonly Row[])[];
}

/** What a fold gives; survives JSON unchanged, so that a killed evaluation can be taken up. */
export interface FoldResult {
  /** Labels of the training part, in the order of the probabilities. */
  readonly labels: readonly string[];
  /** One per test row. */
  readonly predictions: readonly Prediction[];
  readonly chosen: GridPoint;
  readonly history?: TrainingHistory;
  /** What sounded like one speaker, of each test row, where rows were normalised by that. */
  readonly clusters?: readonly number[];
  /** The labels decided under each other condition, one per test row. */
  readonly stressed?: readonly (readonly string[])[];
}

/**
 * Fits the model on the training part of a fold and predicts its test part. Default export: workers
 * load it by file.
 */
export default async function fitFold(
  { settings, training, development, test, stressed }: FoldJob,
  onProgress?: FitContext["onProgress"],
): Promise<FoldResult> {
  const clustered = settings.normalize === "clustered" ? clusterFold(training, settings) : undefined;
  const { classifier, normalizer, chosen } = await fitModel(clustered?.training ?? training, settings, {
    // Nobody tells who speaks in a development part either.
    development:
      development && clustered
        ? { ...development, rows: clustered.normalize(development.rows).rows }
        : development,
    onProgress,
  });
  const predict = async (rows: readonly Row[]) => {
    if (settings.normalize === "train")
      return { predictions: await classifier.predict(rows.map((row) => normalizer.apply(row))) };
    const normalized = clustered?.normalize(rows);
    const predictions = await classifier.predict(normalized?.rows ?? rows);
    return { predictions, ...(normalized && { clusters: normalized.clusters }) };
  };
  const { labels, history } = classifier;
  const told = { labels, ...(await predict(test)), chosen, ...(history && { history }) };
  if (!stressed) return told;
  const decided: string[][] = [];
  for (const rows of stressed) decided.push((await predict(rows)).predictions.map(({ label }) => label));
  return { ...told, stressed: decided };
}
