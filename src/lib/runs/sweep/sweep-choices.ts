import { AUGMENTATIONS, type Augmentation } from "../../dataset/altered/augmentation";
import { modelFamily } from "../../models/create-model";
import type { Normalization } from "../../models/normalization/normalization";
import type { ExperimentChoice } from "../experiment-choice";
import type { ExperimentFile } from "./experiment-schema";
import { listOf } from "./list-of";

/**
 * The product of an experiment's choices: all of the first seed before the next, models without
 * networks first.
 *
 * @param normalizations those that are taken; `corpus` is for a matrix alone
 * @throws UsageError for an unknown model
 */
export function sweepChoices(
  { models, folds, seeds, search, augment, groups }: ExperimentFile,
  normalizations: readonly Normalization[],
): ExperimentChoice[] {
  const listed = listOf(models).map((one) => (typeof one === "string" ? { model: one } : one));
  const usesTensors = ({ model }: ExperimentChoice) => Number(modelFamily(model).usesTensors ?? false);
  const quickFirst = listed.sort((a, b) => usesTensors(a) - usesTensors(b));
  return product(
    listOf(seeds).map((seed) => ({ seed })),
    quickFirst.map((model) => ({ search, ...model })),
    normalizations.map((normalize) => ({ normalize })),
    listOf(folds).map((spec) => ({ folds: spec })),
    augmentationsOf(augment).map((kinds) => ({ augment: kinds })),
  ).map((choice) => ({ ...choice, groups }) as ExperimentChoice);
}

/** Each in the order of all kinds, each kind once. */
function augmentationsOf(augment: ExperimentFile["augment"]): Augmentation[][] {
  const lists = augment.some(Array.isArray) ? (augment as Augmentation[][]) : [augment as Augmentation[]];
  return lists.map((kinds) => AUGMENTATIONS.filter((kind) => kinds.includes(kind)));
}

/** Parts of choices put together, the last varying fastest. */
function product(...axes: readonly (readonly Partial<ExperimentChoice>[])[]): Partial<ExperimentChoice>[] {
  return axes.reduce<Partial<ExperimentChoice>[]>(
    (before, axis) => before.flatMap((some) => axis.map((one) => ({ ...some, ...one }))),
    [{}],
  );
}
