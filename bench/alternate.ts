import { median } from "./median";

/**
 * Seconds of both sides, measured in turn so that what else the machine does hits both, and the
 * median of the rounds' ratios.
 */
export interface Alternation {
  readonly oursSeconds: number;
  readonly peerSeconds: number;
  /** peer / ours: above 1, ours is faster. */
  readonly ratio: number;
}

/** Measures ours and the peer's in turn. */
export function alternate(rounds: number, ours: () => number, peer: () => number): Alternation {
  const pairs = Array.from({ length: rounds }, () => [ours(), peer()] as const);
  return {
    oursSeconds: median(pairs.map(([a]) => a)),
    peerSeconds: median(pairs.map(([, b]) => b)),
    ratio: median(pairs.map(([a, b]) => b / a)),
  };
}
