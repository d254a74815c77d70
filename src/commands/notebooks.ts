import { join, relative, resolve } from "node:path";
import type { Command } from "commander";
import { InputError } from "../lib/check";
import { projectRoot } from "../lib/disk/paths";
import { addCorpusOptions } from "./options/corpus-options";
import { openHealthy } from "./options/open-healthy";
import { queueOption } from "./options/queue-option";
import { selectionOf } from "./options/selection-of";

/** `ser notebooks`. */
export function addNotebooks(program: Command): void {
  const command = program
    .command("notebooks")
    .description("run and render the chapters on a corpus, into results/<name>/rendered");
  addCorpusOptions(command, { standard: join(projectRoot, "data/synthetic") })
    .option(
      "--elsewhere <where>",
      "a second corpus, as --corpus takes it, for the chapter across corpora (default: the embedded one's second version)",
    )
    .option("--only <chapters>", "numbers of chapters, such as 03,04", (text) => text.split(","))
    .option("--no-audio", "leave the players out")
    .addOption(queueOption())
    .action(async ({ corpus: where, elsewhere, only, audio, ...options }) => {
      const { runNotebooks } = await import("../lib/notebook/run-notebooks");
      const { checkSameCorpus } = await import("../lib/runs/check-same-corpus");
      const { writeResultsPage } = await import("../lib/notebook/write-results-page");
      const { resultsFolder } = await import("../lib/runs/run-folder");
      const { scoresText } = await import("../lib/report/comparison-text");
      const { listRuns } = await import("../lib/runs/list-runs");
      const corpus = await openHealthy({ ...options, corpus: where }, "evaluate");
      checkSameCorpus(corpus);
      const { skipBad, speakerFrom, audioRoot } = options;
      const selection = await selectionOf({ ...options, corpus: where });
      const opening = { skipBad, speakerFrom, audioRoot: audioRoot && resolve(audioRoot), selection };
      const places = { corpus: fromRoot(where), ...(elsewhere && { elsewhere: fromRoot(elsewhere) }) };
      const failed = await runNotebooks({ ...places, name: corpus.name, only, audio, ...opening });
      const command = `ser ${process.argv.slice(2).join(" ")}`;
      await writeResultsPage(corpus.name, { command, date: new Date(), corpus, audio });
      const page = join(resultsFolder(corpus.name), "index.html");
      const runs = listRuns(corpus.name);
      if (runs.length > 0) console.log(`${scoresText(runs)}\n`);
      console.log(`${corpus.name}: the chapters and scores are in ${relative(process.cwd(), page)}`);
      if (failed.length > 0)
        throw new InputError(
          `${failed.length === 1 ? "1 chapter" : `${failed.length} chapters`} did not run to the end: ${failed.join("; ")}. The same command again computes only what is missing`,
        );
    });
}

/** As the chapters open it. */
function fromRoot(where: string): string {
  return where.replace(
    /^([a-z][a-z\d-]+:)?(.*)$/s,
    (_, adapter = "", path: string) => adapter + relative(projectRoot, path),
  );
}
