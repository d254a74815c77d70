import { UsageError } from "../../check";
import type { Recording } from "../recording";

/** Whether a recording is taken. */
export type Clause = (recording: Recording) => boolean;

const FORM = /^\s*([\w .-]+?)\s*(not\s+in|in|!=|=|<=|>=|<|>)\s*(.*?)\s*$/i;

/**
 * Reads one condition on a column: `emotion in anger,neutral`, `split != test`, `age >= 18`.
 * Columns are `file`, `emotion`, `speaker` and every other one of the corpus. Words are compared as
 * written.
 *
 * @throws UsageError for another form; the clause itself throws for a column that the corpus lacks
 * @example recordings.filter(whereClause("emotion in anger,neutral")).length // 16
 */
export function whereClause(text: string): Clause {
  const match = FORM.exec(text);
  if (!match || match[3] === "")
    throw new UsageError(
      `--where "${text}" must be a column, one of in, not in, =, !=, <, <=, >, >=, and a value, such as "emotion in anger,neutral"`,
    );
  const [, column, operator, value] = match;
  const test = testOf(operator.toLowerCase().replace(/\s+/g, " "), value, text);
  return (recording) => test(cellOf(recording, column));
}

function testOf(operator: string, value: string, text: string): (cell: string) => boolean {
  const words = value.split(",").map((word) => word.trim());
  if (operator === "in") return (cell) => words.includes(cell);
  if (operator === "not in") return (cell) => !words.includes(cell);
  if (operator === "=") return (cell) => cell === value;
  if (operator === "!=") return (cell) => cell !== value;
  const bound = Number(value);
  if (Number.isNaN(bound)) throw new UsageError(`--where "${text}": ${value} must be a number`);
  return (cell) => cell.trim() !== "" && ordered(operator, Number(cell), bound);
}

function ordered(operator: string, a: number, b: number): boolean {
  if (operator === "<") return a < b;
  if (operator === "<=") return a <= b;
  return operator === ">" ? a > b : a >= b;
}

function cellOf(recording: Recording, column: string): string {
  if (column === "file" || column === "emotion" || column === "speaker") return recording[column];
  if (Object.hasOwn(recording.extra, column)) return recording.extra[column];
  const columns = ["file", "emotion", "speaker", ...Object.keys(recording.extra)];
  throw new UsageError(`--where: the corpus has no column "${column}"; there are ${columns.join(", ")}`);
}
