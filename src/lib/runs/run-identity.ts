import type { RunRecord } from "./run-record";

/** What a run is known by. */
type Known = Pick<RunRecord, "settings" | "versions" | "numbers"> & {
  readonly corpus: Pick<RunRecord["corpus"], "fingerprint">;
};

/**
 * Two runs are the same where settings, corpus and what computes agree: then they have the same
 * numbers, too.
 */
export function identityOf({ settings, corpus, versions, numbers }: Known): string {
  return JSON.stringify([settings, corpus.fingerprint, versions, numbers]);
}
