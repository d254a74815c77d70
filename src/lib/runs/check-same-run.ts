import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../check";
import type { CorpusRecord } from "../corpus/corpus-record";
import { isRun, predictionColumns, readRun } from "./run-files";
import type { RunSettings } from "./run-record";

/**
 * Refuses a folder that holds another run than the one that is to be written.
 *
 * @param corpus whose fingerprint is asked for only where the folder holds a run
 * @param settings of the run; without them a run of other settings may be replaced
 * @throws InputError where the folder holds a run of other settings or another corpus, or a file
 *   that is no run's and would be overwritten
 */
export function checkSameRun(
  folder: string,
  corpus: Pick<CorpusRecord, "fingerprint">,
  settings?: RunSettings,
): void {
  if (!isRun(folder)) {
    checkNothingForeign(folder);
    return;
  }
  const { settings: before, corpus: corpusBefore } = readRun(folder).record;
  const isSame = JSON.stringify(before) === JSON.stringify(settings ?? before);
  if (isSame && corpusBefore.fingerprint === corpus.fingerprint) return;
  const split = settings && before.foldDigest !== settings.foldDigest ? " as they were split before" : "";
  throw new InputError(
    `${folder} holds another run (${before.features}, ${before.model}, ${before.folds}${split} on ${corpusBefore.name}); pass another --out or remove it`,
  );
}

/**
 * Refuses predictions that are no run's; a run that was stopped while it was written has left its
 * own.
 */
function checkNothingForeign(folder: string): void {
  const path = join(folder, "predictions.csv");
  if (!existsSync(path) || readFileSync(path, "utf8").startsWith(predictionColumns.join())) return;
  throw new InputError(`${path} is no run's and would be overwritten; pass another --out or move it away`);
}
