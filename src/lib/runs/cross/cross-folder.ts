import { join } from "node:path";
import type { ExperimentChoice } from "../experiment-choice";
import { resultsFolder, runName } from "../run-folder";

/**
 * The folder of a matrix by default, among the results of its first corpus:
 * results/<first>/cross/<names>/<settings>.
 *
 * @param names of the corpora
 * @param out what stands instead of the folder of all results
 * @example crossFolder(["emodb", "urdu"], "voice-v1", { model: "lda" }, "out") // "out/emodb/cross/emodb-x-urdu/voice-v1_lda_loso"
 */
export function crossFolder(
  names: readonly string[],
  features: string,
  { model, folds = "loso", normalize = "train", seed = 0, augment }: ExperimentChoice,
  out?: string,
): string {
  const first = out === undefined ? resultsFolder(names[0]) : join(out, names[0]);
  const settings = runName({ features, model, folds, normalize, seed, augment });
  return join(first, "cross", names.join("-x-"), settings);
}
