import { InputError } from "../../check";
import { fingerprint } from "../../corpus/fingerprint";
import type { CheckedCorpus } from "../../corpus/recording";
import { listRuns } from "../list-runs";

/**
 * Refuses results under a name that another corpus has already, before any work starts.
 *
 * @throws InputError where a run under results/<name> was made from other recordings, labels or
 *   speakers
 */
export function checkSameCorpus(corpus: CheckedCorpus): void {
  const [run] = listRuns(corpus.name);
  if (!run || run.record.corpus.fingerprint === fingerprint(corpus)) return;
  throw new InputError(
    `results/${corpus.name} holds results of another corpus, or of this one before it changed; pass --name, or remove the folder`,
  );
}
