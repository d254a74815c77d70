import type { Run } from "./run-files";
import type { RunSettings } from "./run-record";

/**
 * A run as tables name it: features and model, and what differs from the default protocol; the seed
 * where it is not 0.
 */
export function labelOf({ record: { settings } }: Run, { seed: withSeed = true } = {}): string {
  const { features, model, folds, normalize, seed, augment = [] } = settings;
  const parts = [
    features,
    model,
    ...optionsOf(settings),
    folds === "loso" ? "" : folds,
    { train: "", speaker: "by speaker", clustered: "by cluster", corpus: "by corpus" }[normalize],
    augment.length > 0 ? `with ${augment.join(", ")}` : "",
    withSeed && seed !== 0 ? `seed ${seed}` : "",
  ];
  return parts.filter(Boolean).join(" ");
}

/** But for how many networks decide together, which the chapters tell themselves. */
function optionsOf({ options: { members: _, ...others } = {} }: RunSettings): string[] {
  return Object.entries(others).map(([name, value]) => `${name} ${value}`);
}
