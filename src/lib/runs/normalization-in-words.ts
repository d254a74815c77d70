import type { Normalization } from "../models/normalization/normalization";

const words: Readonly<Record<Normalization, string>> = {
  train: "normalised by the training part",
  speaker: "normalised by speaker (with the test speaker's own recordings, without labels)",
  clustered: "normalised by what sounds like one speaker (clusters of the test part, without labels)",
  corpus: "normalised by corpus (with the test corpus's own recordings, without labels)",
};

/**
 * A normalisation as protocols tell it.
 *
 * @example normalizationInWords("train") // "normalised by the training part"
 */
export function normalizationInWords(normalize: Normalization): string {
  return words[normalize];
}
