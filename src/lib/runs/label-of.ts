import type { Run } from "./run-files";

/**
 * A run as tables name it: features and model, and what differs from the default protocol; the seed
 * where it is not 0.
 */
export function labelOf({ record: { settings } }: Run, { seed: withSeed = true } = {}): string {
  const { features, model, folds, normalize, seed } = settings;
  const parts = [
    features,
    model,
    folds === "loso" ? "" : folds,
    { train: "", speaker: "by speaker", clustered: "by cluster", corpus: "by corpus" }[normalize],
    withSeed && seed !== 0 ? `seed ${seed}` : "",
  ];
  return parts.filter(Boolean).join(" ");
}
