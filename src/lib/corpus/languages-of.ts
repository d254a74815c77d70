import { CORPORA } from "./adapters/corpora";
import type { Corpus } from "./recording";

/**
 * The languages of a corpus as far as they are known: by its column `language`, or by what is
 * published of it.
 *
 * ```ts
 * languagesOf(await openCorpus("emodb")) // ["German"]
 * ```
 */
export function languagesOf({ adapter, recordings }: Pick<Corpus, "adapter" | "recordings">): string[] {
  const own = new Set(recordings.map(({ extra }) => extra.language ?? ""));
  if (!own.has("")) return [...own].sort();
  const about = CORPORA.find(({ name }) => name === adapter)?.about;
  return typeof about === "object" ? [about.language] : [];
}
