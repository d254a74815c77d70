import type { Corpus, Recording } from "../recording";
import type { Problem } from "./problem";

/** A recording that can be left out, with the row that names it before the message. */
export function unreadableProblem(
  { manifest }: Pick<Corpus, "manifest">,
  { file, row }: Recording,
  message: string,
): Problem {
  const place = row === undefined ? "" : `${manifest} row ${row}: `;
  return { severity: "unreadable", file, row, message: place + message };
}
