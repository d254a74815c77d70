import type { Run } from "./run-files";

/**
 * Whether no voice of the test was heard in training, as the run's protocol tells
 * (`describeFolds`).
 *
 * @example holdsSpeakersOut(run) // true
 */
export function holdsSpeakersOut({ record }: Pick<Run, "record">): boolean {
  return !/LEAKS SPEAKERS|SPEAKERS UNKNOWN/.test(record.protocol);
}
