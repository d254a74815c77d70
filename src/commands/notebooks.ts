import { join, relative, resolve } from "node:path";
import { type Command, Option } from "commander";
import { InputError } from "../lib/check";
import type { CheckedCorpus } from "../lib/corpus/recording";
import { projectRoot } from "../lib/disk/paths";
import { addCorpusOptions, type CorpusOptions } from "./options/corpus-options";
import { openHealthy } from "./options/open-healthy";
import { queueOption } from "./options/queue-option";
import { selectionOf } from "./options/selection-of";

/** What is rendered beside the corpus. */
interface BookOptions {
  readonly elsewhere?: string;
  readonly experiment?: string;
  readonly only?: readonly string[];
  readonly audio: boolean;
}

/** `ser notebooks`. */
export function addNotebooks(program: Command): void {
  const command = program
    .command("notebooks")
    .description("run and render the chapters on a corpus, into results/<name>/rendered");
  addCorpusOptions(command, { standard: join(projectRoot, "data/synthetic") })
    .addOption(experimentOption(command))
    .option(
      "--elsewhere <where>",
      "a second corpus, as --corpus takes it, for the chapter across corpora (default: the embedded one's second version)",
    )
    .option("--only <chapters>", "numbers of chapters, such as 03,04", (text) => text.split(","))
    .option("--no-audio", "leave the players out")
    .addOption(queueOption())
    .action(async ({ elsewhere, experiment, only, audio, ...options }) => {
      const { checkSameCorpus } = await import("../lib/runs/comparison/check-same-corpus");
      const book = { elsewhere, experiment, only, audio };
      if (experiment !== undefined) {
        await renderExperiment(experiment, book);
        return;
      }
      const corpus = await openHealthy(options, "evaluate");
      checkSameCorpus(corpus);
      requireRun(await render(corpus, options, book));
    });
}

/** Its corpora stand instead of the options of a corpus. */
function experimentOption(command: Command): Option {
  const others = command.options.map((option) => option.attributeName());
  return new Option(
    "--experiment <file.json>",
    "run an experiment file first, then the chapters on each of its corpora; chapter 06 compares its runs",
  ).conflicts(others);
}

/**
 * The experiment, then the book on each of its corpora; where it goes across them, each has the
 * next one beside it, if that is taken as it is.
 */
async function renderExperiment(path: string, book: BookOptions): Promise<void> {
  const { runSweep } = await import("./run-sweep");
  const failed: string[] = [];
  const { corpora, hasRuns, isAcross } = await runSweep(path, {});
  for (const [i, { corpus, options }] of corpora.entries()) {
    const { corpus: next, name: _, ...selecting } = corpora[(i + 1) % corpora.length].options;
    const beside = isAcross && Object.keys(selecting).length === 0 ? next : undefined;
    const elsewhere = book.elsewhere ?? beside;
    const chapters = { ...book, elsewhere, experiment: hasRuns ? path : undefined };
    failed.push(...(await render(corpus, options, chapters)));
  }
  requireRun(failed);
}

/** @returns the chapters that did not run to their end */
async function render(
  corpus: CheckedCorpus,
  options: CorpusOptions,
  { elsewhere, experiment, only, audio }: BookOptions,
): Promise<readonly string[]> {
  const { runNotebooks } = await import("../lib/notebook/run-notebooks");
  const { writeResultsPage } = await import("../lib/notebook/results/write-results-page");
  const { resultsFolder } = await import("../lib/runs/run-folder");
  const { scoresText } = await import("../lib/report/comparison-text");
  const { listRuns } = await import("../lib/runs/list-runs");
  const { skipBad, speakerFrom, audioRoot } = options;
  const selection = await selectionOf(options);
  const opening = { skipBad, speakerFrom, audioRoot: audioRoot && resolve(audioRoot), selection };
  const places = {
    corpus: fromRoot(options.corpus),
    ...(elsewhere && { elsewhere: fromRoot(elsewhere) }),
    ...(experiment && { experimentFile: fromRoot(resolve(experiment)) }),
  };
  const failed = await runNotebooks({ ...places, name: corpus.name, only, audio, ...opening });
  const command = `ser ${process.argv.slice(2).join(" ")}`;
  await writeResultsPage(corpus.name, { command, date: new Date(), corpus, audio });
  const page = join(resultsFolder(corpus.name), "index.html");
  const runs = listRuns(corpus.name);
  if (runs.length > 0) console.log(`${scoresText(runs)}\n`);
  console.log(`${corpus.name}: the chapters and scores are in ${relative(process.cwd(), page)}`);
  return failed;
}

function requireRun(failed: readonly string[]): void {
  if (failed.length === 0) return;
  throw new InputError(
    `${failed.length === 1 ? "1 chapter" : `${failed.length} chapters`} did not run to the end: ${failed.join("; ")}. The same command again computes only what is missing`,
  );
}

/** As the chapters open it. */
function fromRoot(where: string): string {
  return where.replace(
    /^([a-z][a-z\d-]+:)?(.*)$/s,
    (_, adapter = "", path: string) => adapter + relative(projectRoot, path),
  );
}
