import { type Command, InvalidArgumentError, Option } from "commander";
import { AUGMENTATIONS, type Augmentation } from "../../lib/dataset/altered/augmentation";
import { NORMALIZATIONS } from "../../lib/models/normalization/normalization";
import { EXPERIMENT_SETTINGS } from "../../lib/runs/sweep/settings";
import { columnNames } from "./column-names";
import { wholeNumber } from "./number-options";
import { addWorkingOptions } from "./working-options";

/**
 * Adds what every command that fits models can choose: normalisation, seed, search, augmentation,
 * and how it works.
 *
 * @param across whether several corpora take part, so that each may be normalised by its own
 *   recordings
 */
export function addExperimentOptions(command: Command, { across = false } = {}) {
  return addWorkingOptions(command)
    .addOption(normalizeOption(across))
    .option("--seed <n>", EXPERIMENT_SETTINGS.seed, wholeNumber, 0)
    .option("--no-search", "fixed options instead of a grid search inside each training part")
    .addOption(augmentOption())
    .option("--force", EXPERIMENT_SETTINGS.force);
}

/** Adds what is told of an evaluation beside its scores: by groups, and under other conditions. */
export function addTestOptions(command: Command) {
  return command
    .option("--groups <columns>", `${EXPERIMENT_SETTINGS.groups}: gender,language`, columnNames)
    .option("--stress [condition...]", EXPERIMENT_SETTINGS.stress)
    .option("--noise <folder>", EXPERIMENT_SETTINGS.noise);
}

function normalizeOption(across: boolean): Option {
  const corpus = across ? "of each corpus's own, " : "";
  return new Option(
    "--normalize <by>",
    `statistics of the training part, of each speaker's own recordings, ${corpus}or of what sounds like one speaker`,
  )
    .choices(NORMALIZATIONS.filter((by) => across || by !== "corpus"))
    .default("train");
}

function augmentOption(): Option {
  const words = `${EXPERIMENT_SETTINGS.augment}: ${AUGMENTATIONS.join(",")}`;
  return new Option("--augment <kinds>", words).argParser(augmentations);
}

/** "noise,gain" as kinds, in the order of all, each once. */
function augmentations(text: string): Augmentation[] {
  const kinds = text.split(",").map((kind) => kind.trim());
  const unknown = kinds.find((kind) => !(AUGMENTATIONS as readonly string[]).includes(kind));
  if (unknown === undefined) return AUGMENTATIONS.filter((kind) => kinds.includes(kind));
  throw new InvalidArgumentError(`"${unknown}" must be one of ${AUGMENTATIONS.join(", ")}.`);
}
