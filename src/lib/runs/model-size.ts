import type { CheckedCorpus } from "../corpus/recording";
import { featureTable } from "../dataset/feature-table";
import { createModel, modelFamily } from "../models/create-model";
import { Normalizer } from "../models/normalization/normalizer";
import type { Run } from "./run-files";

/** What a recipe costs whoever uses it, the same on every machine. */
export interface ModelSize {
  /** Columns of its features; a spectrogram has them in every frame. */
  readonly columns: number;
  /** Numbers that a fitted model of it keeps. */
  readonly numbers: number;
}

/**
 * The size of a run's recipe, found by fitting it once to the whole corpus, networks for a single
 * epoch, which changes none of it. How many recordings a kernel machine keeps as support vectors
 * depends on its `C`; here it is the default.
 *
 * @returns nothing for a fusion, which is as large as its members together
 * @example (await modelSize(corpus, chance)).columns // 180
 */
export async function modelSize(
  corpus: Pick<CheckedCorpus, "root" | "recordings">,
  { record: { settings } }: Run,
): Promise<ModelSize | undefined> {
  const { features, model, options, seed } = settings;
  if (model.startsWith("fusion-of-")) return undefined;
  const table = await featureTable(corpus, features);
  const { usesTensors } = modelFamily(model);
  if (usesTensors) await (await import("../loading/node-backend")).nodeBackend();
  const classifier = await createModel(model, { ...options, ...(usesTensors && { epochs: 1 }) });
  const normalizer = Normalizer.fit(table.rows, { blocks: table.blocks });
  const labels = table.recordings.map(({ emotion }) => emotion);
  const speakers = table.recordings.map(({ speaker }) => speaker);
  await classifier.fit(
    table.rows.map((row) => normalizer.apply(row)),
    labels,
    { seed, speakers },
  );
  const kept = Object.values(classifier.save().weights);
  return { columns: table.columns.length, numbers: kept.reduce((sum, { values }) => sum + values.length, 0) };
}
