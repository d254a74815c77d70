import type { FeatureTable } from "../dataset/feature-table";
import type { Row } from "../features/row";
import type { Normalization } from "../models/normalization/normalization";
import { normalizeByGroup, normalizeBySpeaker } from "../models/normalization/normalizer";

/**
 * Rows normalised by what no fold changes: each speaker's or each corpus's own recordings, without
 * labels. By the training part, or by clusters, each fold normalises on its own, and the rows stay
 * as they are.
 *
 * Corpora are told apart by the column `corpus`; a table without it is one corpus.
 *
 * @param rows of the table's recordings; default: as they are
 */
export function normalizedBefore(
  { recordings, blocks, ...table }: FeatureTable,
  normalize: Normalization,
  rows: readonly Row[] = table.rows,
): readonly Row[] {
  if (normalize === "train" || normalize === "clustered") return rows;
  if (normalize === "speaker") {
    const speakers = recordings.map(({ speaker }) => speaker);
    return normalizeBySpeaker(rows, speakers, blocks);
  }
  const corpora = recordings.map(({ extra }) => extra?.corpus ?? "");
  return normalizeByGroup(rows, corpora, blocks);
}
