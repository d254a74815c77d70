/**
 * By whose statistics rows are normalised: the training part's; each speaker's own, of all of its
 * recordings without labels; or those of what sounds like one speaker, where nobody tells who speaks.
 */
export const NORMALIZATIONS = ["train", "speaker", "clustered"] as const;

export type Normalization = (typeof NORMALIZATIONS)[number];
