import { InputError } from "../check";
import type { Labelled } from "../corpus/recording";
import { describeGroups } from "../evaluation/groups/describe-groups";
import type { GroupScores } from "../models/saved/group-scores-by";
import type { Run } from "./run-files";

/**
 * For whom a run does well: its predictions by columns of the corpus, nothing computed anew.
 *
 * @throws InputError where the run is not of the corpus's recordings, UsageError for an unknown
 *   column
 */
export function runGroups(
  { record, predictions }: Pick<Run, "record" | "predictions">,
  { recordings }: { readonly recordings: readonly Labelled[] },
  columns: readonly string[],
): GroupScores[] {
  const files = new Set(recordings.map(({ file }) => file));
  const stray = predictions.find(({ file }) => !files.has(file));
  if (stray) throw new InputError(`${stray.file} of the run is not in the corpus; name the run's corpus`);
  const options = { labels: record.confusion.labels, seed: record.settings.seed };
  return columns.map((column) => describeGroups(predictions, recordings, column, options));
}
