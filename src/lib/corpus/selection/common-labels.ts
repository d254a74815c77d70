import { InputError } from "../../check";
import { groupBy } from "../../numbers/group-by";
import type { Labelled } from "../recording";

/** Recordings by emotion, in ascending order of its name. */
type Counts = Readonly<Record<string, number>>;

/** A corpus cut down to the emotions that others have as well. */
export interface CutCorpus<C> {
  readonly corpus: C;
  /** What no other corpus has a counterpart for. */
  readonly leftOut: Counts;
}

/** Corpora that can be compared. */
export interface CommonLabels<C> {
  /** In ascending order. */
  readonly labels: readonly string[];
  readonly corpora: readonly CutCorpus<C>[];
}

/**
 * Cuts corpora down to the emotions that all of them have, so that scores across them are of the
 * same task.
 *
 * @throws InputError where fewer than two emotions are common
 * @example commonLabels([corpus, corpus]).labels // ["anger", "neutral", "sadness"]
 */
export function commonLabels<C extends { readonly name: string; readonly recordings: readonly Labelled[] }>(
  corpora: readonly C[],
): CommonLabels<C> {
  const sets = corpora.map(({ recordings }) => new Set(recordings.map(({ emotion }) => emotion)));
  const labels = [...sets[0]].filter((label) => sets.every((set) => set.has(label))).sort();
  if (labels.length < 2) {
    const told = corpora.map(({ name }, i) => `${name} has ${[...sets[i]].sort().join(", ")}`).join("; ");
    throw new InputError(
      `the corpora share ${labels.length} labels, two are needed (${told}); pass a label map with --map`,
    );
  }
  return { labels, corpora: corpora.map((corpus) => cut(corpus, new Set(labels))) };
}

function cut<C extends { readonly recordings: readonly Labelled[] }>(
  corpus: C,
  labels: ReadonlySet<string>,
): CutCorpus<C> {
  const recordings = corpus.recordings.filter(({ emotion }) => labels.has(emotion));
  const left = corpus.recordings.filter(({ emotion }) => !labels.has(emotion)).map(({ emotion }) => emotion);
  const counts = [...groupBy(left.sort(), (label) => label)].map(([label, same]) => [label, same.length]);
  return { corpus: { ...corpus, recordings }, leftOut: Object.fromEntries(counts) };
}
