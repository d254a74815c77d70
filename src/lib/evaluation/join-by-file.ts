import { InputError } from "../check";
import type { OutOfFoldPrediction } from "./evaluation";

/**
 * The predictions of a second model in the order of the first's.
 *
 * @throws InputError where the two do not predict the same recordings
 */
export function joinByFile(
  first: readonly OutOfFoldPrediction[],
  second: readonly OutOfFoldPrediction[],
): OutOfFoldPrediction[] {
  const byFile = new Map(second.map((prediction) => [prediction.file, prediction]));
  if (first.length !== second.length) {
    throw new InputError(
      `the runs are not of the same recordings: ${first.length} and ${second.length} recordings`,
    );
  }
  return first.map(({ file, emotion }) => {
    const partner = byFile.get(file);
    if (partner?.emotion === emotion) return partner;
    throw new InputError(
      `the runs are not of the same recordings: ${file} is ${emotion} in one and ${partner?.emotion ?? "missing"} in the other`,
    );
  });
}
