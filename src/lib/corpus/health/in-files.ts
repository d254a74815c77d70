import type { CheckedRecording } from "../recording";
import type { Problem } from "./problem";

/** Names that are listed; of more the number is told. */
const mostNamed = 3;

/** One problem for all files of which the same is to be said; none where there are no files. */
export function inFiles(files: readonly CheckedRecording[], what: string): Problem[] {
  if (files.length === 0) return [];
  const more = files.length - mostNamed;
  const named = files.slice(0, mostNamed).map(({ file }) => file);
  const names = `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  const [{ file, row }] = files;
  return [{ severity: "suspicious", file, row, message: `${names}: ${what}` }];
}
