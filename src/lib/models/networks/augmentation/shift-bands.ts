import type { Matrix } from "../../../numbers/matrix";

/**
 * Moves a recording up (positive) or down by a number of bands, fractions interpolated, the
 * outermost band repeated at the edge: pitch and formants move together, as of a speaker with a
 * shorter or longer vocal tract. One of 64 mel bands up to 8 kHz is 45 mel.
 *
 * @example shiftBands({ rows: 1, columns: 3, data: Float32Array.of(1, 2, 3) }, 1).data // [1, 1, 2]
 */
export function shiftBands({ rows, columns, data }: Matrix, bands: number): Matrix {
  const out = new Float32Array(rows * columns);
  for (let k = 0; k < columns; k++) {
    const place = Math.min(Math.max(k - bands, 0), columns - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, columns - 1);
    const part = place - below;
    for (let from = 0; from < rows * columns; from += columns) {
      out[from + k] = (1 - part) * data[from + below] + part * data[from + above];
    }
  }
  return { rows, columns, data: out };
}
