import { createHash } from "node:crypto";
import { digestOf } from "./digest-of";
import { keepFacts } from "./kept-facts";
import type { CheckedCorpus } from "./recording";

/**
 * A digest of who said what: every recording's `file`, speaker, emotion and audio bytes. The
 * folder's own path, the corpus's name and the extra columns do not matter, so a copy elsewhere has
 * the same fingerprint and a changed label another. Only files whose digest nobody has taken yet
 * are read.
 *
 * @returns 32 hex digits.
 * @throws InputError for a file that is missing.
 *
 * @example fingerprint(corpus).length // 32
 */
export function fingerprint(corpus: Pick<CheckedCorpus, "root" | "recordings">): string {
  const hash = createHash("sha256");
  for (const recording of corpus.recordings) {
    const { file, speaker, emotion } = recording;
    hash.update(`${JSON.stringify([file, speaker, emotion, digestOf(recording)])}\n`);
  }
  keepFacts(corpus);
  return hash.digest("hex").slice(0, 32);
}
