import { UsageError } from "../../check";

/** A condition on one column. */
export interface Condition {
  readonly column: string;
  /** Whether a cell of the column fulfils it. */
  holds(cell: string): boolean;
}

const FORM = /^\s*([\w .-]+?)\s*(not\s+in|in|!=|=|<=|>=|<|>)\s*(.*?)\s*$/i;

/**
 * Reads one condition on a column: `emotion in anger,neutral`, `split != test`, `age >= 18`. Words
 * are compared as written.
 *
 * @throws UsageError for another form
 * @example readCondition("uar > .5").holds("0.75") // true
 */
export function readCondition(text: string): Condition {
  const match = FORM.exec(text);
  if (!match || match[3] === "")
    throw new UsageError(
      `--where "${text}" must be a column, one of in, not in, =, !=, <, <=, >, >=, and a value, such as "emotion in anger,neutral"`,
    );
  const [, column, operator, value] = match;
  return { column, holds: testOf(operator.toLowerCase().replace(/\s+/g, " "), value, text) };
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
