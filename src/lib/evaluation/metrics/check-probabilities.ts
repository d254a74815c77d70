import { checkSameLength, InputError } from "../../check";

/**
 * Refuses what are not probabilities of `labels`, one row per truth: wrong lengths, values outside
 * 0..1, sums other than 1, unknown truths.
 *
 * @param probabilities recordings x labels
 * @throws InputError that names the row and what is wrong with it
 */
export function checkProbabilities(
  truths: readonly string[],
  probabilities: readonly (readonly number[])[],
  labels: readonly string[],
): void {
  checkSameLength("truths", truths, "probabilities", probabilities);
  if (truths.length === 0) throw new InputError("there are no predictions to score");
  if (labels.length < 2) throw new InputError(`two labels are needed, got ${labels.join(", ") || "none"}`);
  const stranger = truths.find((truth) => !labels.includes(truth));
  if (stranger !== undefined) throw new InputError(`label "${stranger}" is not one of ${labels.join(", ")}`);
  probabilities.forEach((row, i) => {
    checkRow(row, i, labels.length);
  });
}

function checkRow(row: readonly number[], i: number, labels: number): void {
  if (row.length !== labels)
    throw new InputError(`row ${i} has ${row.length} probabilities for ${labels} labels`);
  const bad = row.find((p) => !(p >= 0 && p <= 1));
  if (bad !== undefined) throw new InputError(`row ${i}: probability ${bad} must be between 0 and 1`);
  const sum = row.reduce((total, p) => total + p, 0);
  if (Math.abs(sum - 1) > 1e-5) throw new InputError(`row ${i}: the probabilities sum to ${sum}, not to 1`);
}
