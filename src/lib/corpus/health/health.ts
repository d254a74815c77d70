import { InputError } from "../../check";
import { checkSamples } from "../check-samples";
import type { Corpus, Recording } from "../recording";
import { duplicateProblems } from "./duplicates";
import { inspectRecording, type RecordingFacts } from "./inspect-recording";
import { labelProblems } from "./label-problems";
import type { Problem } from "./problem";
import { rateProblems } from "./rate-problems";
import { unreadableProblem } from "./unreadable-problem";

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
 * Finds everything that is wrong with a corpus before any work starts; reads file headers only (400 files: some 20 ms), and the
 * samples of files in floating point, which may be no numbers.
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
  const rates = rateProblems(corpus, facts);
  unreadable.push(...rates.filter(({ severity }) => severity === "unreadable"));
  const bad = new Set(unreadable.map(({ file }) => file));
  const left = skipBad ? corpus.recordings.filter(({ file }) => !bad.has(file)) : corpus.recordings;
  const remaining = { ...corpus, recordings: left };
  const problems = [
    ...labelProblems(remaining),
    ...unreadable,
    ...rates.filter(({ severity }) => severity !== "unreadable"),
    ...duplicateProblems(remaining, facts),
  ];
  return { problems, corpus: remaining, facts };
}

function inspect(
  corpus: Corpus,
  recording: Recording,
  facts: Map<string, RecordingFacts>,
): Problem | undefined {
  try {
    const found = inspectRecording(recording);
    if (found.floatingPoint) checkSamples(recording);
    facts.set(recording.file, found);
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return unreadableProblem(corpus, recording, error.message);
  }
}
