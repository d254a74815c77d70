import { requireHealthy } from "../corpus/health/require-healthy";
import { type OpenCorpusOptions, openCorpus } from "../corpus/open-corpus";
import type { CheckedCorpus } from "../corpus/recording";
import type { Selection } from "../corpus/selection/selection";
import { type Markdown, markdown } from "../markdown";
import { versions } from "../runs/versions";
import { bookFolds, bookSizeText } from "./book-size";
import { type Example, examplesOf } from "./examples";
import { environment, type ParameterValue, tellParameters } from "./parameters";
import { play } from "./play";
import { progress } from "./progress";
import { say } from "./say";
import { show } from "./show";
import { showTable } from "./show-table";

/** What every chapter's cell of parameters sets; a chapter may have more of its own. */
export interface ChapterParameters extends Readonly<Record<string, ParameterValue>> {
  /** A folder or a manifest, absolute or from the project's root, or `adapter:DIR`. */
  readonly corpus: string;
  /** Of the folder under results/; empty: the corpus's own. */
  readonly name: string;
  readonly seed: number;
  /** Whether unreadable files are left out. */
  readonly skipBad: boolean;
}

/** An open chapter: its corpus, and what shows, says and plays. */
export interface Chapter {
  readonly corpus: CheckedCorpus;
  readonly recordings: CheckedCorpus["recordings"];
  /** Of the chapter's experiments on new speakers. */
  readonly folds: string;
  /** One recording of each emotion, as alike as the corpus allows, ready to be played. */
  readonly examples: () => Promise<Example[]>;
  /** A line of progress that ends as "320 recordings, LABEL". */
  readonly progress: (label: string) => ReturnType<typeof progress>;
  readonly markdown: typeof markdown;
  readonly play: typeof play;
  readonly say: typeof say;
  readonly show: typeof show;
  readonly showTable: typeof showTable;
}

/**
 * Opens a chapter: prints its parameters, opens its corpus, refuses what cannot be worked with, and
 * shows what all that follows rests on: data, seed, versions, and whether the voices are synthetic.
 *
 * @throws InputError where a parameter cannot be, and as `requireHealthy`
 */
export async function openChapter(parameters: ChapterParameters): Promise<Chapter> {
  tellParameters(parameters);
  const { corpus: where, name, seed, skipBad } = parameters;
  const opened = await openCorpus(where, { ...(name && { name }), ...openingOf(environment()) });
  const { corpus } = requireHealthy(opened, { purpose: "evaluate", skipBad });
  const left = opened.recordings.length - corpus.recordings.length;
  const leftOut = left ? markdown`\n\n${left} unreadable recordings are left out.` : "";
  const { recordings } = corpus;
  const size = bookSizeText(recordings);
  const told = size ? markdown`\n\n${size}` : "";
  say(markdown`${banner(corpus)}${leftOut}${told}\n\n${setting(seed)}`);
  return {
    corpus,
    recordings,
    folds: bookFolds(recordings),
    examples: () => examplesOf(recordings),
    progress: (label) => progress(label, `${recordings.length} recordings, ${label}`),
    markdown,
    play,
    say,
    show,
    showTable,
  };
}

/** What the command line says of a corpus beside the chapters' parameters. */
function openingOf({ audioRoot, speakerFrom, selection }: ReturnType<typeof environment>): OpenCorpusOptions {
  return {
    ...(audioRoot !== undefined && { audioRoot: String(audioRoot) }),
    ...(speakerFrom !== undefined && { speakerFrom: String(speakerFrom) }),
    ...(selection !== undefined && { selection: JSON.parse(String(selection)) as Selection }),
  };
}

function banner({ name, synthetic, recordings }: CheckedCorpus): Markdown {
  const speakers = new Set(recordings.map(({ speaker }) => speaker)).size;
  const emotions = [...new Set(recordings.map(({ emotion }) => emotion))].sort().join(", ");
  const warning = synthetic
    ? markdown` **These voices are synthetic**: they show how the method works, not how well it hears people.`
    : "";
  return markdown`**Corpus \`${name}\`:** ${recordings.length} ${synthetic ? "synthetic " : ""}recordings, ${speakers} speakers, ${emotions}.${warning}`;
}

function setting(seed: number): string {
  const computing = Object.entries(versions()).map(([what, version]) => `${what} ${version}`);
  return `Seed ${seed}. Made with ${computing.join(", ")}.`;
}
