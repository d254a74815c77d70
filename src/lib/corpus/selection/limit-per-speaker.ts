import { groupBy } from "../../numbers/group-by";
import { random } from "../../numbers/random";
import type { Labelled } from "../recording";

/**
 * At most so many recordings of each speaker, as many of each emotion as there are; which ones is
 * drawn by the seed 0. The order stays.
 *
 * @example limitPerSpeaker(recordings, 3).length // 12
 */
export function limitPerSpeaker<R extends Labelled>(recordings: readonly R[], most: number): R[] {
  const kept = new Set<R>();
  for (const [speaker, own] of groupBy(recordings, ({ speaker }) => speaker)) {
    const source = random(`limit ${speaker}`);
    const piles = [...groupBy(own, ({ emotion }) => emotion).values()].map((pile) => source.shuffle(pile));
    for (const one of inTurn(piles).slice(0, most)) kept.add(one);
  }
  return recordings.filter((recording) => kept.has(recording));
}

/** The first of each pile, then the second of each, ... */
function inTurn<R>(piles: readonly (readonly R[])[]): R[] {
  const longest = Math.max(...piles.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => piles.flatMap((pile) => pile.slice(i, i + 1))).flat();
}
