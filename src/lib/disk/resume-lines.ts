import { existsSync, readFileSync, truncateSync } from "node:fs";
import { InputError } from "../check";
import { checkPlace, writeFile } from "./paths";

/** What the lines of a file are. */
export interface LineKind {
  /** Whose line it is; undefined, or an error, where it is no line of this kind. */
  readonly nameOf: (line: string) => string | undefined;
  /**
   * How every line begins; what is half-written is told from foreign text by it. Default: in any
   * way.
   */
  readonly start?: string;
  /** What stands above all lines; default: nothing. */
  readonly header?: string;
  /**
   * Whether a name may have several lines: then those of the last name may lack some, and go.
   * Default: false.
   */
  readonly several?: boolean;
}

/**
 * Makes a file of lines ready to be continued by appending: what an interrupted run left
 * half-written is cut off; a missing file is made.
 *
 * @returns the names whose lines stand in it
 * @throws InputError where the file holds anything else; it is then left as it is
 */
export function resumeLines(
  path: string,
  { nameOf, start = "", header = "", several = false }: LineKind,
): Set<string> {
  checkPlace(path);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  if (whole === "" && header.startsWith(text)) {
    writeFile(path, header);
    return new Set();
  }
  const lines = whole.slice(header.length).split("\n").slice(0, -1);
  const torn = text.slice(whole.length);
  if (!whole.startsWith(header)) refuse(path, 1);
  if (!torn.startsWith(start) && !start.startsWith(torn)) refuse(path, lines.length + 1);
  const names = lines.map((line, i) => nameIn(line, nameOf) ?? refuse(path, i + 1));
  const kept = several ? names.findIndex((name) => name === names[names.length - 1]) : -1;
  const left = kept < 0 ? lines : lines.slice(0, kept);
  truncateSync(path, Buffer.byteLength(header + left.map((line) => `${line}\n`).join("")));
  return new Set(names.slice(0, left.length));
}

function nameIn(line: string, nameOf: LineKind["nameOf"]): string | undefined {
  try {
    return nameOf(line);
  } catch {
    return undefined;
  }
}

function refuse(path: string, number: number): never {
  throw new InputError(
    `${path} line ${number} is no answer of this model in this form, so it cannot be continued; choose another file`,
  );
}
