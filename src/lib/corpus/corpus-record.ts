import { countLabels } from "../numbers/count-labels";
import type { Labelled } from "./recording";
import type { Selection } from "./selection/selection";

/** What a run and a saved model say of the corpus that they were made from. */
export interface CorpusRecord {
  readonly name: string;
  /** As `fingerprint` gives it. */
  readonly fingerprint: string;
  readonly synthetic: boolean;
  /** How many. */
  readonly recordings: number;
  /** How many. */
  readonly speakers: number;
  /** How its recordings were selected and renamed, where they were. */
  readonly selection?: Selection;
  /** Recordings by emotion, in ascending order of its name. */
  readonly emotions: Readonly<Record<string, number>>;
}

/** Counts a corpus for the record. */
export function corpusRecord({
  name,
  fingerprint,
  synthetic,
  selection,
  recordings,
}: Pick<CorpusRecord, "name" | "fingerprint" | "synthetic" | "selection"> & {
  readonly recordings: readonly Labelled[];
}): CorpusRecord {
  return {
    name,
    fingerprint,
    synthetic,
    ...(selection && { selection }),
    recordings: recordings.length,
    speakers: new Set(recordings.map(({ speaker }) => speaker)).size,
    emotions: countLabels(recordings.map(({ emotion }) => emotion)),
  };
}
