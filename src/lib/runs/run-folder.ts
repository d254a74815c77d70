import { basename, join } from "node:path";
import { InputError } from "../check";
import { projectRoot } from "../disk/paths";
import type { RunSettings } from "./run-record";

/**
 * The folder of everything that is made from a corpus: results/<name>.
 *
 * @throws InputError for a name that would lead elsewhere
 */
export function resultsFolder(name: string): string {
  if (/^\.*$|[/\\\0]/.test(name)) {
    throw new InputError(
      `name=${JSON.stringify(name)} must be a folder's name in results/: give another with --name`,
    );
  }
  return join(projectRoot, "results", name);
}

/**
 * The name of a run's folder: features, model, folds, `_speaker-norm`, augmentation and `_stress`
 * where it is so, and the seed where it is not 0.
 *
 * @example runName({ ...run.record.settings, features: "egemaps-v02", model: "svm-rbf" }) // "egemaps-v02_svm-rbf_loso"
 */
export function runName({
  features,
  model,
  folds,
  normalize,
  seed,
  augment = [],
  stress = [],
}: Pick<RunSettings, "features" | "model" | "folds" | "normalize" | "seed" | "augment" | "stress">): string {
  const parts = [features, model, basename(folds)].map((part) => part.replace(/[^\w.-]/g, "-"));
  return (
    parts.join("_") +
    (normalize === "train" ? "" : `_${normalize}-norm`) +
    augment.map((kind) => `_${kind}`).join("") +
    (stress.length === 0 ? "" : "_stress") +
    (seed === 0 ? "" : `_seed-${seed}`)
  );
}
