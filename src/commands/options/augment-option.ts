import { InvalidArgumentError, Option } from "commander";
import { AUGMENTATIONS, type Augmentation } from "../../lib/dataset/altered/augmentation";

/** How the training part is varied. */
export function augmentOption(): Option {
  return new Option(
    "--augment <kinds>",
    `train on altered copies as well, one of each recording for each kind: ${AUGMENTATIONS.join(",")}`,
  ).argParser(augmentations);
}

/** "noise,gain" as kinds, in the order of all, each once. */
function augmentations(text: string): Augmentation[] {
  const kinds = text.split(",").map((kind) => kind.trim());
  const unknown = kinds.find((kind) => !(AUGMENTATIONS as readonly string[]).includes(kind));
  if (unknown === undefined) return AUGMENTATIONS.filter((kind) => kinds.includes(kind));
  throw new InvalidArgumentError(`"${unknown}" must be one of ${AUGMENTATIONS.join(", ")}.`);
}
