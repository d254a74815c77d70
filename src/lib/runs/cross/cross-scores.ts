import type { CrossRecord, CrossScore } from "./cross-record";

/** A score with the corpus that was trained on. */
export type PairScore = CrossScore & { readonly train: string };

/**
 * The scores of single training corpora as a list: those within a corpus, and those across. What
 * could not be scored is left out.
 *
 * ```ts
 * crossScores(record).across.map(({ train, test }) => `${train} → ${test}`) // ["emodb → urdu", "urdu → emodb"]
 * ```
 */
export function crossScores({ corpora, matrix }: Pick<CrossRecord, "corpora" | "matrix">): {
  readonly within: readonly PairScore[];
  readonly across: readonly PairScore[];
} {
  const single = matrix.slice(0, corpora.length);
  const all = single.flatMap(({ train, scores }) =>
    scores.flatMap((score) => (score ? [{ train, ...score }] : [])),
  );
  return { within: all.filter(({ within }) => within), across: all.filter(({ within }) => !within) };
}
