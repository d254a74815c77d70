import { inspect } from "node:util";
import { InputError, UsageError } from "../../check";

/** What Jupyter shows of a cell that failed. */
export interface CellError {
  readonly ename: string;
  readonly evalue: string;
  /** Lines, coloured for a terminal. */
  readonly traceback: readonly string[];
}

/** A cell that threw. */
interface Thrown {
  readonly error: unknown;
  /** The cell's source, and the lines of it from 1 that were running, innermost first. */
  readonly source: string;
  readonly lines: readonly number[];
}

const red = (text: string) => `\x1b[31m${text}\x1b[39m`;

/** The cell was interrupted: one line, as nobody asks where. */
export const interrupted: CellError = {
  ename: "Interrupted",
  evalue: "the cell was stopped before its end",
  traceback: [`${red("Interrupted")}: the cell was stopped before its end`],
};

/**
 * The error of a cell whose code TypeScript refuses.
 *
 * @param line from 1
 */
export function compileError(message: string, source: string, line: number): CellError {
  return withTraceback("CompileError", message, excerpt(source, line));
}

/**
 * The error of a cell that threw: its sentence, the cell's own lines, and where in the library a
 * bug sits.
 */
export function thrownError({ error, source, lines }: Thrown): CellError {
  const own = lines.slice(0, 1).flatMap((line) => excerpt(source, line));
  if (!(error instanceof Error)) return withTraceback("Thrown", inspect(error), own);
  const expected = error instanceof InputError || error instanceof UsageError;
  const name = error.name || error.constructor.name;
  const evalue = expected ? inNotebookWords(error.message) : error.message;
  return withTraceback(name, evalue, [...own, ...(expected ? [] : libraryFrames(error))]);
}

function withTraceback(ename: string, evalue: string, below: readonly string[]): CellError {
  return { ename, evalue, traceback: [`${red(ename)}: ${evalue}`, ...below] };
}

/** The line and its neighbours, numbered, an arrow before it. */
function excerpt(source: string, line: number): string[] {
  const all = source.split("\n");
  return all.slice(Math.max(0, line - 2), line + 1).map((text, i) => {
    const number = Math.max(1, line - 1) + i;
    return `${number === line ? red("->") : "  "} ${String(number).padStart(2)} | ${text}`;
  });
}

const shownFrames = 5;

/** Functions of this project that the error came through. */
function libraryFrames({ stack = "" }: Error): string[] {
  // The kernel's own functions stand below every cell.
  const frames = [
    ...stack.matchAll(/^\s+at (?:async )?(\S+) \(.*?(src\/(?:lib|service)\/(?!notebook\/kernel)[^:]+)/gm),
  ];
  return frames.slice(0, shownFrames).map(([, name, file]) => `   in ${name} (${file})`);
}

/** Options of the command line that a chapter's cell of parameters has under another name. */
const parameterOf: Readonly<Record<string, string>> = {
  "--corpus": "corpus",
  "--name": "name",
  "--seed": "seed",
  "--skip-bad": "skipBad",
  "--features": "features",
  "--model": "model",
};

/**
 * The sentence for a reader who has a cell of parameters and no command line; one that came by
 * NB_PARAMS has.
 */
function inNotebookWords(message: string): string {
  if (process.env.NB_PARAMS) return message;
  return message.replace(/--[a-z-]+/g, (option) =>
    Object.hasOwn(parameterOf, option) ? `\`${parameterOf[option]}\` in the cell of parameters` : option,
  );
}
