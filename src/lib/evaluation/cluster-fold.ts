import { UsageError } from "../check";
import type { Row } from "../features/row";
import { normalizeByCluster } from "../models/normalization/clustered/normalize-by-cluster";
import { voiceClusters } from "../models/normalization/clustered/voice-clusters";
import { VoiceSpace } from "../models/normalization/clustered/voice-space";
import { normalizeBySpeaker } from "../models/normalization/normalizer";
import type { LabelledRows, ModelSettings } from "./model-settings";

/** A fold whose test part is normalised without knowing who speaks. */
export interface ClusteredFold {
  /** The training part, normalised by its speakers. */
  readonly training: LabelledRows;
  readonly test: readonly Float64Array[];
  /** What sounds like one speaker, of each test row, numbered from 0. */
  readonly clusters: readonly number[];
}

/**
 * Normalises the training part by its speakers, and the test part by what sounds like one speaker:
 * its rows are clustered in a space of voices that the training speakers span. No label of the test
 * part is used, of emotion or speaker.
 *
 * @param training rows as extracted
 * @throws UsageError for matrices
 */
export function clusterFold(
  training: LabelledRows,
  test: readonly Row[],
  { blocks }: Pick<ModelSettings, "blocks">,
): ClusteredFold {
  const { rows, speakers } = training;
  if (!areVectors(rows) || !areVectors(test))
    throw new UsageError("--normalize clustered takes sets of vectors; for matrices take train or speaker");
  const points = VoiceSpace.fit(rows, speakers).place(test);
  const clusters = voiceClusters(points);
  return {
    training: { ...training, rows: normalizeBySpeaker(rows, speakers, blocks) },
    test: normalizeByCluster(test, clusters, blocks),
    clusters,
  };
}

function areVectors(rows: readonly Row[]): rows is readonly Float64Array[] {
  return rows.every((row) => !("data" in row));
}
