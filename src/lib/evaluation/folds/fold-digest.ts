import { createHash } from "node:crypto";
import type { Labelled } from "../../corpus/recording";
import { isColumnSpec } from "./column-folds";
import type { Fold } from "./fold";
import { isFoldsFile } from "./folds-from-file";

/**
 * A digest of which recordings each fold tests and chooses by, for folds that a file or a column of
 * the corpus gives: these can change while spec and fingerprint stay. All other folds follow from
 * spec, recordings and seed, and need none.
 *
 * @param spec As given to `makeFolds`.
 * @returns 16 hex digits; undefined where the folds follow from the spec.
 *
 * @example foldDigest("loso", folds, recordings) // undefined
 */
export function foldDigest(
  spec: string,
  folds: readonly Fold[],
  recordings: readonly Labelled[],
): string | undefined {
  if (spec !== "official" && !isColumnSpec(spec) && !isFoldsFile(spec)) return undefined;
  const files = (indices: readonly number[]) => indices.map((i) => recordings[i].file);
  const tested = folds.map(({ name, test, development }) =>
    development ? [name, files(test), files(development)] : [name, files(test)],
  );
  return createHash("sha256").update(JSON.stringify(tested)).digest("hex").slice(0, 16);
}
