/** Terms that let anyone pass the recordings on, as `CorpusFacts` words them. */
const FREE = /\b(CC0|CC BY|ODbL|MIT)\b/;

/**
 * Whether the terms of a corpus allow its recordings to be passed on. Unknown terms are the owner's
 * own recordings, and the owner decides.
 *
 * @param licence as `Corpus` bears it; undefined where it is not known
 * @example [mayShareSound("CC BY 4.0"), mayShareSound("research only, signed")] // [true, false]
 */
export function mayShareSound(licence: string | undefined): boolean {
  return licence === undefined || FREE.test(licence);
}
