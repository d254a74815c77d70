import { UsageError } from "../check";
import type { Row } from "../features/row";
import { blockWeights } from "../models/normalization/block-weights";
import { type ClusteredRows, ClusterNormalizer } from "../models/normalization/clustered/cluster-normalizer";
import { normalizeBySpeaker } from "../models/normalization/normalizer";
import type { LabelledRows, ModelSettings } from "./model-settings";

/** A training part beside which others are normalised without knowing who speaks. */
export interface ClusteredFold {
  /** Normalised by its speakers. */
  readonly training: LabelledRows;
  readonly normalizer: ClusterNormalizer;
  /** Normalises rows, as extracted, by what sounds like one speaker. */
  normalize(rows: readonly Row[]): ClusteredRows;
}

/**
 * Normalises a training part by its speakers, and other parts by what sounds like one speaker:
 * their rows are clustered in a space of voices that the training speakers span. No label of the
 * other parts is used, of emotion or speaker.
 *
 * @param training rows as extracted
 * @throws UsageError for matrices
 */
export function clusterFold(
  training: LabelledRows,
  { blocks }: Pick<ModelSettings, "blocks">,
): ClusteredFold {
  const { rows, speakers } = training;
  const vectors = checkVectors(rows);
  const weight = blocks && blockWeights(vectors[0].length, blocks);
  const normalizer = ClusterNormalizer.fit(vectors, speakers, weight);
  return {
    training: { ...training, rows: normalizeBySpeaker(rows, speakers, blocks) },
    normalizer,
    normalize: (others) => normalizer.apply(checkVectors(others)),
  };
}

function checkVectors(rows: readonly Row[]): readonly Float64Array[] {
  if (rows.every((row) => !("data" in row))) return rows as readonly Float64Array[];
  throw new UsageError("--normalize clustered takes sets of vectors; for matrices take train or speaker");
}
