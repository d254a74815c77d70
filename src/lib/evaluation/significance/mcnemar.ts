import { checkSameLength } from "../../check";

/** How two models differ on the same recordings. */
export interface McnemarResult {
  /** Recordings that only the first has right. */
  readonly onlyFirst: number;
  /** Recordings that only the second has right. */
  readonly onlySecond: number;
  /** Two-sided, exact. 1 where they err alike. */
  readonly p: number;
}

/**
 * McNemar's exact test (McNemar 1947): whether of the recordings that one model alone has right,
 * more belong to one of the two than a fair coin would give. It takes recordings as independent and
 * knows no speakers: with many recordings of few speakers it calls differences certain that the
 * next speaker may turn round.
 *
 * @throws InputError where the lists differ in length
 * @example mcnemar([true, true, true], [false, false, true]) // { onlyFirst: 2, onlySecond: 0, p: 0.5 }
 */
export function mcnemar(firstRight: readonly boolean[], secondRight: readonly boolean[]): McnemarResult {
  checkSameLength("decisions of the first", firstRight, "decisions of the second", secondRight);
  const onlyFirst = firstRight.filter((right, i) => right && !secondRight[i]).length;
  const onlySecond = secondRight.filter((right, i) => right && !firstRight[i]).length;
  const tail = coinTail(onlyFirst + onlySecond, Math.min(onlyFirst, onlySecond));
  return { onlyFirst, onlySecond, p: Math.min(1, 2 * tail) };
}

/**
 * The chance of at most `most` heads in `flips` of a fair coin; by logarithms, as 2^-flips leaves
 * the range beyond 1074 flips.
 */
function coinTail(flips: number, most: number): number {
  let logChance = -flips * Math.LN2;
  let tail = Math.exp(logChance);
  for (let heads = 1; heads <= most; heads++) {
    logChance += Math.log((flips - heads + 1) / heads);
    tail += Math.exp(logChance);
  }
  return tail;
}
