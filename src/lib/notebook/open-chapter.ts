import { requireHealthy } from "../corpus/health/require-healthy";
import { type OpenCorpusOptions, openCorpus } from "../corpus/open-corpus";
import type { CheckedCorpus } from "../corpus/recording";
import type { Selection } from "../corpus/selection/selection";
import { versions } from "../runs/versions";
import { environment } from "./parameters";
import { say } from "./say";

/** What every chapter's first cell sets. */
export interface ChapterParameters {
  /** As the command line's `--corpus`. */
  readonly corpus: string;
  /** As `--name`; empty: the corpus's own. */
  readonly name: string;
  readonly seed: number;
  /** Whether unreadable files are left out. */
  readonly skipBad: boolean;
}

/**
 * Opens a chapter's corpus, refuses what cannot be worked with, and shows what all that follows rests on: data, seed, versions,
 * and whether the voices are synthetic.
 *
 * @throws InputError as `requireHealthy`
 */
export async function openChapter({
  corpus: where,
  name,
  seed,
  skipBad,
}: ChapterParameters): Promise<CheckedCorpus> {
  const opened = await openCorpus(where, { ...(name && { name }), ...openingOf(environment()) });
  const { corpus } = requireHealthy(opened, { purpose: "evaluate", skipBad });
  const left = opened.recordings.length - corpus.recordings.length;
  say(
    [banner(corpus), ...(left ? [`${left} unreadable recordings are left out.`] : []), setting(seed)].join(
      "\n\n",
    ),
  );
  return corpus;
}

/** What the command line says of a corpus beside the chapters' parameters. */
function openingOf({ audioRoot, speakerFrom, selection }: ReturnType<typeof environment>): OpenCorpusOptions {
  return {
    ...(audioRoot !== undefined && { audioRoot: String(audioRoot) }),
    ...(speakerFrom !== undefined && { speakerFrom: String(speakerFrom) }),
    ...(selection !== undefined && { selection: JSON.parse(String(selection)) as Selection }),
  };
}

function banner({ name, synthetic, recordings }: CheckedCorpus): string {
  const speakers = new Set(recordings.map(({ speaker }) => speaker)).size;
  const emotions = [...new Set(recordings.map(({ emotion }) => emotion))].sort().join(", ");
  const warning = synthetic
    ? " **These voices are synthetic**: they show how the method works, not how well it hears people."
    : "";
  return `**Corpus \`${name}\`:** ${recordings.length} ${synthetic ? "synthetic " : ""}recordings, ${speakers} speakers, ${emotions}.${warning}`;
}

function setting(seed: number): string {
  const computing = Object.entries(versions()).map(([what, version]) => `${what} ${version}`);
  return `Seed ${seed}. Made with ${computing.join(", ")}.`;
}
