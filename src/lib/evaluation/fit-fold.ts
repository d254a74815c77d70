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
}

/**
 * Fits the model on the training part of a fold and predicts its test part. Default export: workers
 * load it by file.
 */
export default async function fitFold(
  { settings, training, development, test }: FoldJob,
  onProgress?: FitContext["onProgress"],
): Promise<FoldResult> {
  const clustered = settings.normalize === "clustered" ? clusterFold(training, test, settings) : undefined;
  const { classifier, normalizer, chosen } = await fitModel(clustered?.training ?? training, settings, {
    development: development && clustered ? clusteredPart(training, development, settings) : development,
    onProgress,
  });
  const normalized = clustered?.test ?? test;
  const rows = settings.normalize === "train" ? test.map((row) => normalizer.apply(row)) : normalized;
  const predictions = await classifier.predict(rows);
  const { labels, history } = classifier;
  return {
    labels,
    predictions,
    chosen,
    ...(history && { history }),
    ...(clustered && { clusters: clustered.clusters }),
  };
}

/** A development part is normalised as a test part is: nobody tells who speaks there. */
function clusteredPart(training: LabelledRows, part: LabelledRows, settings: ModelSettings): LabelledRows {
  return { ...part, rows: clusterFold(training, part.rows, settings).test };
}
