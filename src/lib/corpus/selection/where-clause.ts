import { UsageError } from "../../check";
import type { Recording } from "../recording";
import { readCondition } from "./condition";

/** Whether a recording is taken. */
export type Clause = (recording: Recording) => boolean;

/**
 * Reads one condition on a column of a corpus, as `readCondition`. Columns are `file`, `emotion`,
 * `speaker` and every other one of the corpus.
 *
 * @throws UsageError for another form; the clause itself throws for a column that the corpus lacks
 * @example recordings.filter(whereClause("emotion in anger,neutral")).length // 16
 */
export function whereClause(text: string): Clause {
  const { column, holds } = readCondition(text);
  return (recording) => holds(cellOf(recording, column));
}

function cellOf(recording: Recording, column: string): string {
  if (column === "file" || column === "emotion" || column === "speaker") return recording[column];
  if (Object.hasOwn(recording.extra, column)) return recording.extra[column];
  const columns = ["file", "emotion", "speaker", ...Object.keys(recording.extra)];
  throw new UsageError(`--where: the corpus has no column "${column}"; there are ${columns.join(", ")}`);
}
