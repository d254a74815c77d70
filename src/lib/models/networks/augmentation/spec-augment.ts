import type { Matrix } from "../../../numbers/matrix";
import type { Random } from "../../../numbers/random";

/** How much of a recording is hidden. */
export interface SpecAugmentOptions {
  /** Stretches of frames set to zero; default 1. */
  readonly timeMasks?: number;
  /** Longest stretch, as part of all frames; default .12. */
  readonly timeShare?: number;
  /** Ranges of bands set to zero; default 1. */
  readonly bandMasks?: number;
  /** Widest range, as part of all bands; default .125. */
  readonly bandShare?: number;
}

/**
 * Hides random stretches of time and ranges of bands of a normalised log-mel matrix (frames x
 * bands), where zero is the mean of a band: SpecAugment without time warping (Park et al. 2019).
 *
 * @example specAugment(matrix, random(0), { timeMasks: 1 })
 */
export function specAugment(matrix: Matrix, source: Random, options: SpecAugmentOptions = {}): Matrix {
  const { timeMasks = 1, timeShare = 0.12, bandMasks = 1, bandShare = 0.125 } = options;
  const { rows, columns } = matrix;
  const data = matrix.data.slice();
  for (let mask = 0; mask < timeMasks; mask++) {
    const [from, to] = range(rows, timeShare, source);
    data.fill(0, from * columns, to * columns);
  }
  for (let mask = 0; mask < bandMasks; mask++) {
    const [from, to] = range(columns, bandShare, source);
    for (let row = 0; row < rows; row++) data.fill(0, row * columns + from, row * columns + to);
  }
  return { rows, columns, data };
}

/** A random range within `size`, up to `share` of it wide. */
function range(size: number, share: number, source: Random): [number, number] {
  const width = source.integer(Math.round(size * share) + 1);
  const from = source.integer(size - width + 1);
  return [from, from + width];
}
