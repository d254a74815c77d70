import type { Labelled } from "../../corpus/recording";
import { random } from "../../numbers/random";
import type { Fold } from "./fold";
import { foldsBySpeaker, sortedSpeakers } from "./fold-of";

/**
 * K folds of whole speakers, drawn anew so many times: the speakers in random order, cut into K
 * parts of about as many speakers. Each recording is tested once in every repeat, so that the
 * spread over repeats tells how much hangs on who was tested together.
 *
 * @throws InputError when there are fewer speakers than folds
 * @example repeatedGroupFolds(recordings, { folds: 2, repeats: 3 }, 0).length // 6
 */
export function repeatedGroupFolds(
  recordings: readonly Labelled[],
  { folds, repeats }: { readonly folds: number; readonly repeats: number },
  seed: number,
): Fold[] {
  const speakers = sortedSpeakers(recordings, folds);
  return Array.from({ length: repeats }, (_, i) => i + 1).flatMap((repeat) => {
    const order = random(`group-${folds} folds ${seed} repeat ${repeat}`).shuffle([...speakers]);
    const foldOf = new Map(order.map((name, i) => [name, Math.floor((i * folds) / order.length)]));
    return foldsBySpeaker(recordings, folds, foldOf).map((fold) => ({
      ...fold,
      name: `${repeat}.${fold.name}`,
      repeat,
    }));
  });
}
