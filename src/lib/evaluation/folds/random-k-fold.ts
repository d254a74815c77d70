import { InputError } from "../../check";
import type { Labelled } from "../../corpus/recording";
import { random } from "../../numbers/random";
import type { Fold } from "./fold";
import { foldOf } from "./fold-of";

/**
 * K folds over recordings, each emotion spread evenly, in an order that the seed shuffles. **Leaks
 * speakers**: the same voice trains and tests, and scores rise (EMO-DB .80 to .86, URDU .69 to
 * .93). Kept to show just that.
 *
 * @throws InputError when there are fewer recordings than folds.
 *
 * @example randomKFold(recordings, 5, 0).length // 5
 */
export function randomKFold(recordings: readonly Labelled[], k: number, seed: number): Fold[] {
  if (recordings.length < k) {
    throw new InputError(
      `${k} folds need ${k} recordings, there are ${recordings.length}; choose fewer folds`,
    );
  }
  const order = random(`random-${k} folds ${seed}`).shuffle(recordings.map((_, index) => index));
  const emotionOf = (index: number) => recordings[index].emotion;
  const byEmotion = order.sort((a, b) =>
    emotionOf(a) < emotionOf(b) ? -1 : emotionOf(a) > emotionOf(b) ? 1 : 0,
  );
  const foldOfIndex = new Map(byEmotion.map((index, place) => [index, place % k]));
  return Array.from({ length: k }, (_, fold) =>
    foldOf(String(fold), recordings, (index) => foldOfIndex.get(index) === fold),
  );
}
