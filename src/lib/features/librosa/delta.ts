import { InputError } from "../../check";
import type { Matrix } from "../../numbers/matrix";

/**
 * Local slope of each column over time: the derivative of a line fitted to `width` frames (Savitzky
 * & Golay 1964). At the ends the line of the first or last `width` frames goes on. Follows
 * librosa.feature.delta with order 1.
 *
 * @param features frames x columns, at least `width` frames
 * @param width an odd number of frames, 3 or more; default 9
 * @returns frames x columns, change per frame
 * @throws InputError for an even width or fewer frames than `width`
 * @example delta({ rows: 9, columns: 1, data: Float64Array.of(0, 2, 4, 6, 8, 10, 12, 14, 16) }).data // [2, 2, 2, 2, 2, 2, 2, 2, 2]
 */
export function delta(features: Matrix, width = 9): Matrix {
  const { rows, columns, data } = features;
  if (!(width >= 3 && width % 2 === 1))
    throw new InputError(`width=${width} must be an odd number of frames, 3 or more`);
  if (rows < width) throw new InputError(`width=${width} must be at most the number of frames, ${rows}`);
  const half = (width - 1) / 2;
  const squares = (half * (half + 1) * width) / 3;
  const out = new Float64Array(data.length);
  for (let t = 0; t < rows; t++) {
    const middle = Math.max(half, Math.min(rows - 1 - half, t));
    for (let c = 0; c < columns; c++) {
      let sum = 0;
      for (let d = 1; d <= half; d++)
        sum += d * (data[(middle + d) * columns + c] - data[(middle - d) * columns + c]);
      out[t * columns + c] = sum / squares;
    }
  }
  return { rows, columns, data: out };
}
