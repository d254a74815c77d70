import { groupBy } from "../../numbers/group-by";
import { bootstrap, percentileInterval } from "./bootstrap";

/** Whether one decision of a speaker was right. */
export interface JudgedDecision {
  readonly speaker: string;
  readonly right: boolean;
}

/** How far the second of two ways is ahead in the share of right decisions. */
export interface PairedShare {
  readonly difference: number;
  /** 95 % over speakers, the same ones drawn for both. */
  readonly interval: readonly [low: number, high: number];
}

/**
 * The share of right decisions of one way minus that of another on the same recordings, with its
 * interval over speakers.
 *
 * @param first one per recording
 * @param second the same recordings in the same order
 * @param seed of the 2000 resamples
 */
export function pairedShare(
  first: readonly JudgedDecision[],
  second: readonly JudgedDecision[],
  seed: number,
): PairedShare {
  const pairs = first.map((one, i) => ({ ...one, gain: Number(second[i].right) - Number(one.right) }));
  const units = [...groupBy(pairs, ({ speaker }) => speaker).values()];
  const sums = units.map((own) => own.reduce((sum, { gain }) => sum + gain, 0));
  const differenceOf = (drawn: ArrayLike<number>) => {
    let [gain, count] = [0, 0];
    for (let i = 0; i < drawn.length; i++) {
      gain += sums[drawn[i]];
      count += units[drawn[i]].length;
    }
    return gain / count;
  };
  return {
    difference: differenceOf([...units.keys()]),
    interval: percentileInterval(bootstrap(units.length, "speakers", seed, differenceOf)),
  };
}
