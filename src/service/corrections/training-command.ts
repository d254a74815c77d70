import type { ServedModel } from "../threads/analysis-messages";

/**
 * The command that trains the served kind of model on the corrections, to be run in the project's
 * folder.
 *
 * @example trainingCommand("/tmp/mine", { model: "lda", featureSet: "librosa-v1", normalize: "train" }) // "npm run --silent ser -- train --corpus /tmp/mine --features librosa-v1 --model lda --out /tmp/mine-model"
 */
export function trainingCommand(
  folder: string,
  { model, featureSet, normalize }: Pick<ServedModel, "model" | "featureSet" | "normalize">,
): string {
  const words = ["train", "--corpus", folder, "--features", featureSet, "--model", model];
  if (normalize !== "train") words.push("--normalize", normalize);
  return ["npm run --silent ser --", ...[...words, "--out", `${folder}-model`].map(quoted)].join(" ");
}

/** As a shell takes it for one word. */
function quoted(word: string): string {
  return /^[\w./:+=@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
