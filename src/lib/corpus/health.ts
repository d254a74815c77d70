import { InputError } from "../check";
import { duplicateProblems } from "./duplicates";
import { inspectRecording, type RecordingFacts } from "./inspect-recording";
import { labelProblems } from "./label-problems";
import type { Problem } from "./problem";
import type { Corpus, Recording } from "./recording";

/** A corpus after its check. */
export interface CorpusHealth {
  /** Everything found wrong, manifest rows first, then files, then the corpus as a whole. */
  readonly problems: readonly Problem[];
  /** The corpus to work with: with `skipBad`, without the recordings that cannot be read. */
  readonly corpus: Corpus;
  /** Of each readable recording, by `file`. */
  readonly facts: ReadonlyMap<string, RecordingFacts>;
}

/** Options of `checkCorpus`. */
export interface CheckOptions {
  /** Leaves unreadable files out. Default: false. */
  readonly skipBad?: boolean;
}

/**
 * Finds everything that is wrong with a corpus before any work starts; reads file headers only (400 files: some 20 ms).
 *
 * @example checkCorpus(corpus).problems.map(({ message }) => message) // ["metadata.csv row 12: speaker is empty; ..."]
 */
export function checkCorpus(corpus: Corpus, { skipBad = false }: CheckOptions = {}): CorpusHealth {
  const facts = new Map<string, RecordingFacts>();
  const unreadable: Problem[] = [];
  for (const recording of corpus.recordings) {
    const problem = recording.file === "" ? undefined : inspect(corpus, recording, facts);
    if (problem) unreadable.push(problem);
  }
  const bad = new Set(unreadable.map(({ file }) => file));
  const left = skipBad ? corpus.recordings.filter(({ file }) => !bad.has(file)) : corpus.recordings;
  const remaining = { ...corpus, recordings: left };
  const problems = [...labelProblems(remaining), ...unreadable, ...duplicateProblems(remaining, facts)];
  return { problems, corpus: remaining, facts };
}

function inspect(
  corpus: Corpus,
  recording: Recording,
  facts: Map<string, RecordingFacts>,
): Problem | undefined {
  try {
    facts.set(recording.file, inspectRecording(recording));
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const row = recording.row === undefined ? "" : `${corpus.manifest} row ${recording.row}: `;
    return { severity: "unreadable", file: recording.file, row: recording.row, message: row + error.message };
  }
}
