import type { Matrix } from "../../../numbers/matrix";
import type { Random } from "../../../numbers/random";

/**
 * A random stretch of `length` frames of a normalised matrix (frames x bands); a shorter recording
 * lies at a random place among zeros, the means of the bands.
 *
 * @example crop(matrix, 100, random(0)).rows // 100
 */
export function crop(matrix: Matrix, length: number, source: Random): Matrix {
  const { rows, columns, data } = matrix;
  if (rows < length) return pad(matrix, length, source.integer(length - rows + 1));
  const from = source.integer(rows - length + 1) * columns;
  return { rows: length, columns, data: data.slice(from, from + length * columns) };
}

/** A recording of at least `length` frames: itself, or itself with zeros at its end. */
export function atLeast(matrix: Matrix, length: number): Matrix {
  return matrix.rows >= length ? matrix : pad(matrix, length, 0);
}

function pad({ columns, data }: Matrix, length: number, start: number): Matrix {
  const out = new Float32Array(length * columns);
  out.set(data, start * columns);
  return { rows: length, columns, data: out };
}
