import type { Command } from "commander";
import type { CorpusTree } from "../lib/corpus/corpus-tree";
import { addCorpusOptions, type CorpusOptions } from "./options/corpus-options";
import { selectionOf } from "./options/selection-of";

interface Options extends CorpusOptions {
  readonly json?: boolean;
  readonly writeManifest?: boolean;
}

/** `ser corpus`. */
export function addCorpus(program: Command): void {
  const command = program
    .command("corpus")
    .description("what is in a corpus: counts by emotion and speaker, durations; and what is wrong with it");
  addCorpusOptions(command, "required")
    .option("--json", "as one JSON object")
    .option(
      "--write-manifest",
      "write a metadata.csv into its folder; of an unknown tree what its paths seem to tell, to correct",
    )
    .action(async (options: Options) => {
      const { UnknownTree } = await import("../lib/corpus/recognise");
      try {
        await describe(options);
      } catch (error) {
        if (!(error instanceof UnknownTree)) throw error;
        if (error.hint) console.error(`${error.hint}take what is guessed:`);
        await guess(error.tree, options);
      }
    });
}

async function describe(options: Options): Promise<void> {
  const { corpus: where, skipBad, json, writeManifest } = options;
  const { openCorpus } = await import("../lib/corpus/open-corpus");
  const { checkCorpus, isChecked } = await import("../lib/corpus/health/health");
  const { soundProblems } = await import("../lib/corpus/health/sound-problems");
  const { hearCorpus } = await import("../lib/dataset/hear-corpus");
  const { terminalProgress } = await import("../lib/report/terminal-progress");
  const { describeCorpus } = await import("../lib/corpus/describe-corpus");
  const { corpusText } = await import("../lib/report/corpus/corpus-text");
  const { offeredNames } = await import("../lib/corpus/health/offered-names");
  const { bearableProtocols } = await import("../lib/evaluation/folds/bearable-protocols");
  const selection = await selectionOf(options);
  const { name, audioRoot, speakerFrom } = options;
  const opened = await openCorpus(where, { name, audioRoot, speakerFrom, selection });
  const { corpus, problems: found } = checkCorpus(opened, { skipBad });
  await hearCorpus(corpus, terminalProgress());
  const problems = [...found, ...soundProblems(corpus.recordings.filter(isChecked))];
  const summary = describeCorpus(corpus);
  const advice = { protocols: bearableProtocols(corpus.recordings), offer: offeredNames(corpus) };
  console.log(
    json ? JSON.stringify({ ...summary, problems, ...advice }) : corpusText(summary, problems, advice),
  );
  if (writeManifest) {
    const files = await import("../lib/corpus/guess/write-manifest");
    console.error(`written: ${files.writeManifest(corpus)}`);
  }
  if (problems.some(({ severity }) => severity !== "suspicious")) process.exitCode = 1;
}

/** An unknown tree is no corpus yet: what is guessed is told, and written on demand. */
async function guess(tree: CorpusTree, { json, writeManifest }: Options): Promise<void> {
  const { guessTree } = await import("../lib/corpus/guess/guess-tree");
  const { writeDraft } = await import("../lib/corpus/guess/write-manifest");
  const { guessText } = await import("../lib/report/corpus/guess-text");
  const guessed = guessTree(tree);
  console.log(json ? JSON.stringify({ guess: guessed }) : guessText(guessed));
  const next =
    "It is a guess, so nothing is evaluated on it: --write-manifest writes it as a metadata.csv, to correct.";
  console.error(
    writeManifest ? `written: ${writeDraft(tree.root, guessed.rows)}; correct it before you use it` : next,
  );
}
