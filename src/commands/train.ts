import type { Command } from "commander";
import { InputError } from "../lib/check";
import { checkPlace } from "../lib/disk/paths";
import { terminalProgress } from "../lib/report/terminal-progress";
import { augmentOption } from "./options/augment-option";
import { columnNames } from "./options/column-names";
import { addCorpusOptions } from "./options/corpus-options";
import { normalizeOption } from "./options/normalize-option";
import { positiveInteger, wholeNumber } from "./options/number-options";
import { openHealthy } from "./options/open-healthy";
import { queueOption } from "./options/queue-option";
import { noiseOption, stressChoice, stressOption } from "./options/stress-options";

/** The safe choice for a corpus that nobody has looked at; results/README.md weighs it. */
const carriesOver = { features: "voice-v1", model: "lda" };

/**
 * Refuses the set that is taken by default where it is not to be had, with what to take instead.
 */
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
    .addOption(augmentOption())
    .option("--groups <columns>", "scores by columns of the corpus, too: gender,language", columnNames)
    .addOption(stressOption())
    .addOption(noiseOption())
    .addOption(queueOption())
    .option("--no-cache", "neither read nor write the feature cache")
    .option("--force", "normalise by clusters even where the speaker tells the emotion")
    .action(async ({ features, out, workers, cache, force, stress, noise, ...options }) => {
      const { model, normalize, seed, search, augment, groups, ...where } = options;
      const { trainModel } = await import("../lib/runs/train-model");
      const { checkClusterable } = await import("../lib/evaluation/check-clusterable");
      const { scoreText } = await import("../lib/report/score-text");
      checkPlace(out);
      if (command.getOptionValueSource("features") === "default") await checkDefault();
      const corpus = await openHealthy(where, "evaluate");
      if (normalize === "clustered" && !force) checkClusterable(corpus.recordings);
      const conditions = await stressChoice({ stress, noise });
      const choice = { model, normalize, seed, search, augment, groups, ...conditions };
      const working = { workers, cache, onProgress: terminalProgress() };
      const { evaluation } = await trainModel(corpus, features, choice, out, working);
      console.log(`${out}: ${model} on ${features}, trained on ${corpus.recordings.length} recordings`);
      if (evaluation) console.log(`UAR ${scoreText(evaluation.uar)}; ${evaluation.protocol}`);
    });
}
