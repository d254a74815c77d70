import type { Matrix } from "../../../numbers/matrix";

/**
 * The same recording spoken `factor` times as fast, its pitch and timbre unchanged: linear
 * interpolation along the time axis of a matrix of frames x bands. Works on the cached features, so
 * that no audio is decoded again.
 *
 * @example changeSpeed(matrix, 1.25).rows // 81
 */
export function changeSpeed({ rows, columns, data }: Matrix, factor: number): Matrix {
  const length = Math.max(1, Math.round(rows / factor));
  const out = new Float32Array(length * columns);
  for (let row = 0; row < length; row++) {
    const place = Math.min(row * factor, rows - 1);
    const before = Math.floor(place);
    const part = place - before;
    const left = before * columns;
    const right = Math.min(before + 1, rows - 1) * columns;
    for (let k = 0; k < columns; k++) {
      out[row * columns + k] = (1 - part) * data[left + k] + part * data[right + k];
    }
  }
  return { rows: length, columns, data: out };
}
