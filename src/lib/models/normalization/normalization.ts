/**
 * By whose statistics rows are normalised: the training part's; each speaker's own, of all of its
 * recordings without labels; those of what sounds like one speaker, where nobody tells who speaks;
 * or each corpus's own, without labels.
 */
export const NORMALIZATIONS = ["train", "speaker", "clustered", "corpus"] as const;

export type Normalization = (typeof NORMALIZATIONS)[number];
