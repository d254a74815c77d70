import type { Command } from "commander";
import { InputError } from "../lib/check";
import { checkPlace } from "../lib/disk/paths";
import { terminalProgress } from "../lib/report/terminal-progress";
import { addCorpusOptions } from "./options/corpus-options";
import { normalizeOption } from "./options/normalize-option";
import { positiveInteger, wholeNumber } from "./options/number-options";
import { openHealthy } from "./options/open-healthy";
import { queueOption } from "./options/queue-option";

/** The safe choice for a corpus that nobody has looked at; results/README.md weighs it. */
const carriesOver = { features: "voice-v1", model: "lda" };

/** Refuses the set that is taken by default where it is not to be had, with what to take instead. */
async function checkDefault(): Promise<void> {
  const { featureSetMissing } = await import("../lib/loading/feature-set-missing");
  const missing = await featureSetMissing(carriesOver.features);
  if (missing) throw new InputError(`${missing}; or take --features egemaps-v02, which needs no weights`);
}

/** `ser train`. */
export function addTrain(program: Command): void {
  const command = program
    .command("train")
    .description("train a model on a whole corpus and save it with its card");
  addCorpusOptions(command, "required")
    .option(
      "--features <set>",
      "name of the feature set; conditioned:SET brings every recording to one level first",
      carriesOver.features,
    )
    .option("--model <model>", "lda, svm-linear, svm-rbf, cnn, ...", carriesOver.model)
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
      if (command.getOptionValueSource("features") === "default") await checkDefault();
      const corpus = await openHealthy(where, "evaluate");
      const choice = { model, normalize, seed, search };
      const options = { workers, cache, onProgress: terminalProgress() };
      const { evaluation } = await trainModel(corpus, features, choice, out, options);
      console.log(`${out}: ${model} on ${features}, trained on ${corpus.recordings.length} recordings`);
      if (evaluation) console.log(`UAR ${scoreText(evaluation.uar)}; ${evaluation.protocol}`);
    });
}
