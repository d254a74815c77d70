/**
 * How folds are called where whole corpora are trained on, and another one is tested.
 *
 * @example acrossSpec(["emodb", "ravdess"], "urdu") // "emodb+ravdess→urdu"
 */
export function acrossSpec(train: readonly string[], test: string): string {
  return `${train.join("+")}→${test}`;
}

/**
 * The corpora that such a name tells.
 *
 * @returns undefined for folds within one corpus
 * @example readAcrossSpec("emodb+ravdess→urdu") // { train: ["emodb", "ravdess"], test: "urdu" }
 */
export function readAcrossSpec(
  spec: string,
): { readonly train: readonly string[]; readonly test: string } | undefined {
  const [train, test] = spec.split("→");
  return test === undefined ? undefined : { train: train.split("+"), test };
}
