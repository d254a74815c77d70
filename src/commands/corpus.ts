import type { Command } from "commander";
import { corpusOption } from "./options/corpus-option";

/** `ser corpus`. */
export function addCorpus(program: Command): void {
  program
    .command("corpus")
    .description("what is in a corpus: counts by emotion and speaker, durations; and what is wrong with it")
    .requiredOption(...corpusOption)
    .action(async ({ corpus }) => {
      const { openCorpus } = await import("../lib/corpus/open-corpus");
      const { checkCorpus } = await import("../lib/corpus/health/health");
      const { describeCorpus } = await import("../lib/corpus/describe-corpus");
      const { corpusText } = await import("../lib/report/corpus-text");
      const health = checkCorpus(await openCorpus(corpus));
      console.log(corpusText(describeCorpus(health.corpus), health.problems));
      if (health.problems.some(({ severity }) => severity !== "suspicious")) process.exitCode = 1;
    });
}
