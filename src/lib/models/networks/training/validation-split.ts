import { InputError } from "../../../check";
import type { Random } from "../../../numbers/random";

/** Row numbers of a training part and of the speakers held out from it. */
export interface InnerSplit {
  readonly train: readonly number[];
  readonly heldOut: readonly number[];
}

/**
 * Holds out whole speakers, drawn at random, until they make up `share` of the rows; one at least,
 * and never the last one.
 *
 * @param speakers Speaker of each row.
 * @example holdOutSpeakers(["a", "a", "b", "c"], 0.25, random(0)) // { train: [0, 1, 3], heldOut: [2] }
 */
export function holdOutSpeakers(speakers: readonly string[], share: number, source: Random): InnerSplit {
  const order = source.shuffle([...new Set(speakers)].sort());
  if (order.length < 2) {
    throw new InputError(`early stopping needs two speakers or more to train on, there is ${order.length}`);
  }
  const held = new Set<string>();
  const heldRows = () => speakers.filter((speaker) => held.has(speaker)).length;
  for (const speaker of order.slice(0, -1)) {
    held.add(speaker);
    if (heldRows() >= share * speakers.length) break;
  }
  const rows = speakers.map((_, row) => row);
  return {
    train: rows.filter((row) => !held.has(speakers[row])),
    heldOut: rows.filter((row) => held.has(speakers[row])),
  };
}
