import { UsageError } from "../../check";
import type { Labelled } from "../../corpus/recording";

/**
 * Refuses a column that no recording tells, before anything is computed for it.
 *
 * @throws UsageError with the columns that there are
 * @example checkColumn(recordings, "age") // throws 'groups="age": the corpus has no such column, it has fold'
 */
export function checkColumn(recordings: readonly Labelled[], column: string): void {
  const columns = new Set(recordings.flatMap(({ extra = {} }) => Object.keys(extra)));
  if (columns.has(column)) return;
  throw new UsageError(
    `groups="${column}": the corpus has no such column${columns.size > 0 ? `, it has ${[...columns].sort().join(", ")}` : ""}`,
  );
}
