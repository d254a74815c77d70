import type { Labelled } from "../../corpus/recording";
import { readAcrossSpec } from "./across-spec";
import { bothSides, type SharedValues } from "./both-sides";
import type { Fold } from "./fold";

/** How a split is told: in one phrase, and what a reader must know beside it. */
export interface Protocol {
  /** For instance "leave one speaker out (10 folds)". */
  readonly phrase: string;
  readonly notes: readonly string[];
  /** By column, how many of its values are in training and in test of one fold. */
  readonly bothSides: Readonly<Record<string, SharedValues>>;
}

const UNKNOWN =
  "Nobody tells who speaks, so the same voices may be in training and in test, and scores higher than for unseen speakers.";

/**
 * Puts a split into words for run records and tables, and says when it leaks: when a speaker is
 * both in training and in test.
 *
 * @param spec As given to `makeFolds`.
 *
 * @example describeFolds("loso", folds, recordings).phrase // "leave one speaker out (4 folds)"
 */
export function describeFolds(
  spec: string,
  folds: readonly Fold[],
  recordings: readonly Labelled[],
): Protocol {
  const count = `(${folds.length} ${folds.length === 1 ? "fold" : "folds"})`;
  const split = readAcrossSpec(spec) ? phraseOf(spec) : `${phraseOf(spec)} ${count}`;
  const phrase = folds.some(({ development }) => development)
    ? `${split}, options chosen on development parts`
    : split;
  const sides = bothSides(folds, recordings);
  if (recordings.every(({ speaker }) => speaker === ""))
    return { phrase: `${phrase}, SPEAKERS UNKNOWN`, notes: [UNKNOWN], bothSides: sides };
  const { shared, of } = sides.speaker;
  if (shared === 0) return { phrase, notes: [], bothSides: sides };
  const note = `Leaks speakers: ${shared} of ${of} speakers are both in training and in test, so scores are higher than for unseen speakers.`;
  return { phrase: `${phrase}, LEAKS SPEAKERS`, notes: [note], bothSides: sides };
}

function phraseOf(spec: string): string {
  if (spec === "loso") return "leave one speaker out";
  const across = readAcrossSpec(spec);
  if (across) return `trained on ${across.train.join(" and ")}, tested on ${across.test}`;
  if (spec === "speaker+text") return "leave one speaker and one text out";
  if (spec.startsWith("column:")) return `leave one ${spec.slice("column:".length)} out`;
  if (spec === "official") return "the corpus's official folds";
  const repeats = /^group-\d+x(\d+)$/.exec(spec)?.[1];
  if (repeats !== undefined) return `group k-fold by speaker, drawn ${repeats} times`;
  if (spec.startsWith("group")) return "group k-fold by speaker";
  if (spec.startsWith("stratified-group")) return "stratified group k-fold by speaker";
  if (/^random-\d+$/.test(spec)) return "random k-fold over recordings";
  return `folds of ${spec.split(/[\\/]/).at(-1)}`;
}
