import type { Command } from "commander";
import { checkPlace } from "../lib/disk/paths";
import { terminalProgress } from "../lib/report/terminal-progress";
import { addCorpusOptions } from "./options/corpus-options";
import { normalizeOption } from "./options/normalize-option";
import { positiveInteger, wholeNumber } from "./options/number-options";
import { openHealthy } from "./options/open-healthy";
import { queueOption } from "./options/queue-option";

/** `ser train`. */
export function addTrain(program: Command): void {
  const command = program
    .command("train")
    .description("train a model on a whole corpus and save it with its card");
  addCorpusOptions(command, "required")
    .requiredOption(
      "--features <set>",
      "name of the feature set; conditioned:SET brings every recording to one level first",
    )
    .requiredOption("--model <model>", "svm-linear, svm-rbf, cnn, ...")
    .requiredOption("--out <dir>", "folder of the saved model")
    .addOption(normalizeOption())
    .option("--seed <n>", "seed of everything random", wholeNumber, 0)
    .option("--no-search", "fixed options instead of a grid search")
    .option("--workers <n>", "worker threads (default: one per core)", positiveInteger)
    .addOption(queueOption())
    .option("--no-cache", "neither read nor write the feature cache")
    .action(async ({ features, out, workers, cache, model, normalize, seed, search, ...where }) => {
      const { trainModel } = await import("../lib/runs/train-model");
      const { scoreText } = await import("../lib/report/run-text");
      checkPlace(out);
      const corpus = await openHealthy(where, "evaluate");
      const choice = { model, normalize, seed, search };
      const options = { workers, cache, onProgress: terminalProgress() };
      const { evaluation } = await trainModel(corpus, features, choice, out, options);
      console.log(`${out}: ${model} on ${features}, trained on ${corpus.recordings.length} recordings`);
      if (evaluation) console.log(`UAR ${scoreText(evaluation.uar)}; ${evaluation.protocol}`);
    });
}
