import { InputError } from "../check";
import { groupBy } from "../numbers/group-by";
import type { OutOfFoldPrediction } from "./evaluation";

/**
 * The predictions of a second model in the order of the first's; of repeated folds, each repeat
 * meets the same repeat.
 *
 * @throws InputError where the two do not predict the same recordings, of the same emotions and
 *   speakers
 */
export function joinByFile(
  first: readonly OutOfFoldPrediction[],
  second: readonly OutOfFoldPrediction[],
): OutOfFoldPrediction[] {
  const byFile = groupBy(second, ({ file }) => file);
  const met = new Map<string, number>();
  if (first.length !== second.length) {
    throw new InputError(
      `the runs are not of the same recordings: ${first.length} and ${second.length} recordings`,
    );
  }
  return first.map((one) => {
    const { file, emotion } = one;
    const repeat = met.get(file) ?? 0;
    met.set(file, repeat + 1);
    const partner = byFile.get(file)?.[repeat];
    if (partner?.emotion !== emotion) throw differs(file, emotion, partner?.emotion ?? "missing");
    if (partner.speaker !== one.speaker)
      throw differs(file, `of speaker ${one.speaker}`, `of ${partner.speaker}`);
    return partner;
  });
}

function differs(file: string, first: string, second: string): InputError {
  return new InputError(
    `the runs are not of the same recordings: ${file} is ${first} in one and ${second} in the other`,
  );
}
