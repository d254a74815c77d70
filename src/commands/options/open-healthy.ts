import type { CorpusOptions } from "./corpus-options";
import { selectionOf } from "./selection-of";

/**
 * The corpus that options name, after its problems were told; refused where it cannot serve the
 * purpose.
 *
 * @param unseenSpeakers whether an evaluation is on unseen speakers, which needs two known ones
 */
export async function openHealthy(
  options: CorpusOptions,
  purpose: "extract" | "evaluate",
  unseenSpeakers = true,
) {
  const { openCorpus } = await import("../../lib/corpus/open-corpus");
  const { requireHealthy } = await import("../../lib/corpus/health/require-healthy");
  const { corpus: where, skipBad, name, audioRoot, speakerFrom } = options;
  const selection = await selectionOf(options);
  const opened = await openCorpus(where, { name, audioRoot, speakerFrom, selection });
  const { corpus, problems } = requireHealthy(opened, { purpose, skipBad, unseenSpeakers });
  for (const note of corpus.notes ?? []) console.error(note);
  for (const { message } of problems) console.error(message);
  return corpus;
}
