import { checkSampleCount } from "../../audio/formats/decode-bounds";
import { InputError } from "../../check";
import { checkSamples } from "../check-samples";
import { keepFacts, recallFacts } from "../kept-facts";
import type { CheckedRecording, Corpus, Recording } from "../recording";
import type { RecordingFacts } from "../recording-facts";
import { selectByDuration } from "../selection/select-recordings";
import { duplicateProblems } from "./duplicates";
import { gatherMissing } from "./gather-missing";
import { inspectRecording } from "./inspect-recording";
import { labelProblems } from "./label-problems";
import { noteProblems } from "./note-problems";
import type { Problem } from "./problem";
import { rateProblems } from "./rate-problems";
import { unreadableProblem } from "./unreadable-problem";

/** A corpus after its check. */
export interface CorpusHealth {
  /** Everything found wrong, manifest rows first, then files, then the corpus as a whole. */
  readonly problems: readonly Problem[];
  /**
   * The corpus to work with: its readable recordings bear the facts of their files; with `skipBad`
   * there are no others.
   */
  readonly corpus: Corpus;
}

/** Options of `checkCorpus`. */
export interface CheckOptions {
  /** Leaves unreadable files out. Default: false. */
  readonly skipBad?: boolean;
}

/**
 * Finds everything that is wrong with a corpus before any work starts. It reads file headers only
 * (400 files: some 20 ms), and the samples of files in floating point, which may be no numbers;
 * nothing of files that have not changed since an earlier check.
 *
 * @example checkCorpus(corpus).problems.length // 0
 */
export function checkCorpus(corpus: Corpus, { skipBad = false }: CheckOptions = {}): CorpusHealth {
  const inspected = inspectAll(corpus);
  const { unreadable } = inspected;
  const { recordings, notes } = selectByDuration({ ...corpus, recordings: inspected.recordings });
  const rates = rateProblems(corpus, recordings.filter(isChecked));
  const bad = new Set(unreadable.map(({ file }) => file));
  const left = skipBad ? recordings.filter(({ file }) => !bad.has(file)) : recordings;
  const remaining = { ...corpus, notes, recordings: left };
  const problems = [
    ...labelProblems(remaining),
    ...gatherMissing(corpus, unreadable),
    ...rates,
    ...noteProblems(left.filter(isChecked)),
    ...duplicateProblems(left.filter(isChecked)),
  ];
  keepFacts(remaining);
  return { problems, corpus: remaining };
}

/** Whether a recording bears the facts of its file. */
export function isChecked(recording: Recording): recording is CheckedRecording {
  return recording.facts !== undefined;
}

/**
 * Each recording with the facts of its file, or without them and with a problem; a file is opened
 * once, however often it is listed.
 */
function inspectAll(corpus: Corpus): { recordings: Recording[]; unreadable: Problem[] } {
  const recall = recallFacts(corpus);
  const known = new Map<string, RecordingFacts>();
  const unreadable: Problem[] = [];
  const recordings = corpus.recordings.map((recording) => {
    const { facts: _, ...unchecked } = recording;
    if (recording.file === "") return unchecked;
    try {
      const facts = known.get(recording.path) ?? recall(recording.path) ?? inspect(recording);
      known.set(recording.path, facts);
      checkPiece(recording, facts);
      return { ...unchecked, facts };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      unreadable.push(unreadableProblem(corpus, recording, error.message));
      return unchecked;
    }
  });
  return { recordings, unreadable };
}

/** Times in tables are rounded: a piece may end so much after its file, in seconds. */
const ROUNDING = 0.05;

function checkPiece(
  { file, startSeconds = 0, endSeconds, channel }: Recording,
  { durationSeconds, sampleRate, channels }: RecordingFacts,
): void {
  const wanted = Math.min(endSeconds ?? durationSeconds, durationSeconds) - startSeconds;
  checkSampleCount(wanted * sampleRate, sampleRate, file);
  if (channel !== undefined && !(channel >= 1 && channel <= channels)) {
    throw new InputError(`${file}: channel ${channel} is not there, the file has ${channels}; count from 1`);
  }
  if (startSeconds < durationSeconds && (endSeconds ?? 0) <= durationSeconds + ROUNDING) return;
  throw new InputError(
    `${file}: the piece from ${startSeconds} s to ${endSeconds ?? durationSeconds} s is not in its file, which lasts ${durationSeconds.toFixed(3)} s; correct the times`,
  );
}

function inspect(recording: Recording): RecordingFacts {
  const facts = inspectRecording(recording);
  const notes = [...new Set([...(facts.notes ?? []), ...checkSamples(recording, facts)])];
  return notes.length > 0 ? { ...facts, notes } : facts;
}
