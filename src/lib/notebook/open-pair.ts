import { resolve } from "node:path";
import { requireHealthy } from "../corpus/health/require-healthy";
import { openCorpus } from "../corpus/open-corpus";
import type { CheckedCorpus } from "../corpus/recording";
import { projectRoot } from "../disk/paths";
import { markdown } from "../markdown";
import { say } from "./say";

/** Where the embedded corpus and its second version lie. */
const EMBEDDED = ["data/synthetic", "data/synthetic-elsewhere"] as const;

/**
 * The two corpora of a chapter that goes from one to another, the second opened like the first.
 * Recordings of people beside the embedded corpus's second version would show nothing: where only
 * the first was given, both are versions of the embedded corpus, and that is said.
 *
 * @param corpus the chapter's own
 * @param elsewhere a folder, a manifest or `adapter:DIR`
 * @throws InputError as `openCorpus`, and for a corpus that cannot be evaluated on
 */
export async function openPair(
  corpus: CheckedCorpus,
  elsewhere: string,
  skipBad: boolean,
): Promise<[here: CheckedCorpus, there: CheckedCorpus]> {
  const [near, far] = EMBEDDED.map((place) => resolve(projectRoot, place));
  const alone = resolve(elsewhere) === far && !corpus.synthetic;
  const here = alone ? await openOne(near, skipBad) : corpus;
  const there = await openOne(elsewhere, skipBad);
  if (alone)
    say(
      markdown`**One corpus was given, and this chapter needs two.** So what follows is about the embedded corpus and its second version, not about \`${corpus.name}\`. \`npm start -- --corpus A --elsewhere B\` takes yours.`,
    );
  return [here, there];
}

async function openOne(where: string, skipBad: boolean): Promise<CheckedCorpus> {
  const opened = await openCorpus(where);
  return requireHealthy(opened, { purpose: "evaluate", skipBad, unseenSpeakers: false }).corpus;
}
