import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { UsageError } from "../lib/check";
import type { CheckedCorpus } from "../lib/corpus/recording";
import { checkPlace, writeFile } from "../lib/disk/paths";
import { terminalProgress } from "../lib/report/terminal-progress";
import { EXPERIMENT_SETTINGS } from "../lib/runs/sweep/settings";
import { addCorpusSelection, type CorpusOptions } from "./options/corpus-options";
import { addExperimentOptions } from "./options/experiment-options";
import { openHealthy } from "./options/open-healthy";

/** `ser cross`. */
export function addCross(program: Command): void {
  const command = program
    .command("cross")
    .description("train on one corpus, test on the other: a matrix with what is lost across corpora")
    .argument("<corpus...>", "two or more, each as --corpus takes it; NAME=WHERE gives it a name");
  addCorpusSelection(command)
    .requiredOption("--features <set>", EXPERIMENT_SETTINGS.features)
    .requiredOption("--model <model>", EXPERIMENT_SETTINGS.model)
    .option(
      "--out <dir>",
      "folder of cross.json, cross.md and the runs (default: among the results of the first corpus)",
    )
    .option("--folds <folds>", "within a corpus: loso, group-K, stratified-group-K", "loso")
    .option("--json", "print cross.json instead of tables");
  addExperimentOptions(command, { across: true }).action(
    async (places: string[], { out, json, workers, cache, map: mapPath, features, force, ...options }) => {
      const { readLabelMap } = await import("../lib/corpus/selection/read-label-map");
      const { crossCorpora } = await import("../lib/runs/cross/cross-corpora");
      const { crossText } = await import("../lib/report/cross-text");
      if (out !== undefined) checkPlace(out);
      if (places.length < 2) throw new UsageError("cross needs two corpora or more");
      const map = mapPath === undefined ? undefined : readLabelMap(mapPath);
      const corpora = await openEach(places, options);
      const progress = { workers, cache, onProgress: terminalProgress() };
      const matrix = { folder: out, map, force };
      const { folder, record } = await crossCorpora(corpora, features, options, { ...matrix, ...progress });
      writeFile(join(folder, "cross.md"), `${crossText(record)}\n`);
      console.log(json ? JSON.stringify(record, null, 1) : `${crossText(record)}\n\n${folder}`);
    },
  );
}

async function openEach(
  places: readonly string[],
  options: Omit<CorpusOptions, "corpus" | "name" | "map">,
): Promise<CheckedCorpus[]> {
  const corpora: CheckedCorpus[] = [];
  for (const place of places) {
    const named = existsSync(place) ? null : /^([\w.-]+)=(.+)$/s.exec(place);
    const where = named ? { name: named[1], corpus: named[2] } : { corpus: place };
    corpora.push(await openHealthy({ ...options, ...where }, "evaluate", false));
  }
  return corpora;
}
