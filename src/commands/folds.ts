import type { Command } from "commander";
import { UsageError } from "../lib/check";
import { checkPlace, writeFile } from "../lib/disk/paths";
import { addCorpusOptions } from "./options/corpus-options";
import { wholeNumber } from "./options/number-options";
import { openHealthy } from "./options/open-healthy";

/** `ser folds`. */
export function addFolds(program: Command): void {
  const command = program
    .command("folds")
    .description("who is tested in which fold, and who and what is on both sides; a file to publish");
  addCorpusOptions(command, "required")
    .option("--folds <folds>", "as ser evaluate takes them", "loso")
    .option("--seed <n>", "seed of folds that are drawn", wholeNumber, 0)
    .option("--out <file.json>", "where the folds go, to be read by --folds file.json")
    .action(async ({ folds: spec, seed, out, ...where }) => {
      const { describeFolds } = await import("../lib/evaluation/folds/describe-folds");
      const { makeFolds } = await import("../lib/evaluation/folds/folds");
      const { foldsFile } = await import("../lib/evaluation/folds/folds-file");
      const { needsSpeakers } = await import("../lib/evaluation/folds/needs-speakers");
      const { foldsText } = await import("../lib/report/folds-text");
      if (out !== undefined) {
        if (!/\.json$/i.test(out)) throw new UsageError(`--out ${out} must end in .json`);
        checkPlace(out);
      }
      const { name, recordings } = await openHealthy(where, "evaluate", needsSpeakers(spec));
      const folds = makeFolds(spec, recordings, seed);
      const split = describeFolds(spec, folds, recordings);
      const published = foldsFile(folds, recordings, { corpus: name, scheme: split.phrase });
      if (out !== undefined) writeFile(out, `${JSON.stringify(published, null, 1)}\n`);
      console.log(foldsText(published, split));
    });
}
