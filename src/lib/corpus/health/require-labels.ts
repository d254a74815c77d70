import { InputError } from "../../check";
import type { Labelled } from "../recording";
import { labelProblems } from "./label-problems";
import type { Problem } from "./problem";

/**
 * Checks who says what in a feature table made elsewhere, as `requireHealthy` does for a corpus to
 * be evaluated.
 *
 * @param name of the table, for the messages
 * @param unseenSpeakers whether the evaluation is on unseen speakers, which needs two known ones
 * @returns what is suspicious
 * @throws InputError with one sentence a problem, one a line, where nothing can be trained or
 *   evaluated
 * @example requireLabels("emodb_egemaps.csv", table.recordings) // []
 */
export function requireLabels(
  name: string,
  recordings: readonly Labelled[],
  unseenSpeakers = true,
): Problem[] {
  const problems = labelProblems({ name, recordings });
  const said = unseenSpeakers ? ["suspicious"] : ["suspicious", "speakerless"];
  const stopping = problems.filter(({ severity }) => !said.includes(severity));
  if (stopping.length > 0) throw new InputError(stopping.map(({ message }) => message).join("\n"));
  return problems;
}
