import type { CheckedCorpus } from "../../corpus/recording";
import type { LabelMap } from "../../corpus/selection/label-map";
import { hearCorpus } from "../../dataset/hear-corpus";
import { checkClusterable } from "../../evaluation/check-clusterable";
import type { ExperimentOptions } from "../experiment";
import type { ExperimentChoice } from "../experiment-choice";
import { crossEntries } from "./cross-entries";
import type { CrossRecord } from "./cross-record";
import { planCross } from "./plan-cross";
import { runCross } from "./run-cross";

/** What becomes of a matrix beside its cells. */
export interface CrossOptions extends ExperimentOptions {
  /** Of the matrix; default: under results/. */
  readonly folder?: string;
  /** Whether a matrix of other settings is replaced; default: under results/ alone. */
  readonly replace?: boolean;
  readonly map?: LabelMap;
  /** Whether rows are normalised by clusters even where the speaker tells the emotion. */
  readonly force?: boolean;
}

/** A matrix with its place; the folder of each cell's run counts from it. */
export interface CrossMatrix {
  readonly folder: string;
  readonly record: CrossRecord;
}

/**
 * The matrix of training by test corpora: cells that are there are read, the others computed.
 *
 * @throws InputError where fewer than two labels are common, two corpora have one name,
 *   normalisation by speaker meets unknown speakers, or by clusters a speaker who tells the emotion
 * ```ts
 * (await crossCorpora([emodb, urdu], "voice-v1", { model: "lda" })).record.matrix[0].scores[1]?.uar.value // 0.346
 * ```
 */
export async function crossCorpora(
  corpora: readonly CheckedCorpus[],
  features: string,
  choice: ExperimentChoice,
  { folder, map, force = false, replace = folder === undefined, ...options }: CrossOptions = {},
): Promise<CrossMatrix> {
  for (const corpus of corpora) await hearCorpus(corpus, options.onProgress);
  const entries = crossEntries(corpora, features, map);
  if (choice.normalize === "clustered" && !force)
    for (const { subject } of entries) checkClusterable(subject.recordings);
  const plan = await planCross(entries, choice, { folder, map });
  const record = await runCross(plan, { ...options, replace });
  return { folder: plan.folder, record };
}
