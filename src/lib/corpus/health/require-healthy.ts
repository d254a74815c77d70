import { InputError } from "../../check";
import type { CheckedCorpus, Corpus } from "../recording";
import { type CheckOptions, type CorpusHealth, checkCorpus, isChecked } from "./health";
import type { Severity } from "./problem";

/** Options of `requireHealthy`. */
export interface RequireOptions extends CheckOptions {
  /**
   * What the corpus is for: `evaluate` (and training) also needs several speakers, and several
   * recordings of each emotion.
   */
  readonly purpose: "extract" | "evaluate";
  /** Whether an evaluation is on unseen speakers, which needs two known ones. Default: true. */
  readonly unseenSpeakers?: boolean;
}

/** A corpus that can be worked with, and what is suspicious about it. */
export interface HealthyCorpus extends CorpusHealth {
  readonly corpus: CheckedCorpus;
}

const SHOWN = 20;

/**
 * Checks a corpus and refuses it when work cannot start.
 *
 * @throws InputError with one sentence a problem, one a line (20 at most), and how to go on where
 *   files cannot be read.
 *
 * @example requireHealthy(corpus, { purpose: "evaluate" }).problems.length // 0
 */
export function requireHealthy(corpus: Corpus, options: RequireOptions): HealthyCorpus {
  const health = checkCorpus(corpus, options);
  const stopping: Severity[] = ["invalid"];
  if (!options.skipBad) stopping.push("unreadable");
  if (options.purpose === "evaluate") stopping.push("unsplittable");
  if (options.purpose === "evaluate" && (options.unseenSpeakers ?? true)) stopping.push("speakerless");
  const problems = health.problems.filter(({ severity }) => stopping.includes(severity));
  if (problems.length > 0)
    throw new InputError(
      sentences(
        problems.map(({ message }) => message),
        problems.some(({ severity }) => severity === "unreadable"),
      ),
    );
  const recordings = health.corpus.recordings.filter(isChecked);
  if (recordings.length === 0) {
    throw new InputError(`${corpus.name}: none of its ${corpus.recordings.length} recordings can be read`);
  }
  return { ...health, corpus: { ...health.corpus, recordings } };
}

function sentences(messages: readonly string[], canSkip: boolean): string {
  const shown = messages.slice(0, SHOWN);
  if (messages.length > SHOWN) shown.push(`... and ${messages.length - SHOWN} more`);
  if (canSkip) shown.push("Unreadable files are left out with --skip-bad.");
  return shown.join("\n");
}
