import type { Command } from "commander";
import { InputError } from "../lib/check";
import { checkPlace } from "../lib/disk/paths";
import { terminalProgress } from "../lib/report/terminal-progress";
import { EXPERIMENT_SETTINGS } from "../lib/runs/sweep/settings";
import { BANDWIDTH, limitedTo, parseBandwidth } from "./options/bandwidth-option";
import { addCorpusOptions } from "./options/corpus-options";
import { addExperimentOptions, addTestOptions } from "./options/experiment-options";
import { openHealthy } from "./options/open-healthy";
import { stressChoice } from "./options/stress-options";

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
    .option("--features <set>", EXPERIMENT_SETTINGS.features, carriesOver.features)
    .option("--model <model>", EXPERIMENT_SETTINGS.model, carriesOver.model)
    .option("--bandwidth <hz>", BANDWIDTH, parseBandwidth)
    .requiredOption("--out <dir>", "folder of the saved model");
  addTestOptions(addExperimentOptions(command)).action(
    async ({ features: named, bandwidth, out, workers, cache, force, stress, noise, ...options }) => {
      const { model, normalize, seed, search, augment, groups, ...where } = options;
      const { trainModel } = await import("../lib/runs/train-model");
      const { checkClusterable } = await import("../lib/evaluation/check-clusterable");
      const { scoreText } = await import("../lib/report/score-text");
      checkPlace(out);
      const features = limitedTo(bandwidth, named);
      if (command.getOptionValueSource("features") === "default") await checkDefault();
      const corpus = await openHealthy(where, "evaluate");
      if (normalize === "clustered" && !force) checkClusterable(corpus.recordings);
      const conditions = await stressChoice({ stress, noise });
      const choice = { model, normalize, seed, search, augment, groups, ...conditions };
      const working = { workers, cache, onProgress: terminalProgress() };
      const { evaluation } = await trainModel(corpus, features, choice, out, working);
      console.log(`${out}: ${model} on ${features}, trained on ${corpus.recordings.length} recordings`);
      if (evaluation) console.log(`UAR ${scoreText(evaluation.uar)}; ${evaluation.protocol}`);
    },
  );
}
