import type { Matrix } from "../../numbers/matrix";

/**
 * Averages every `frames` x `bands` cells of a matrix (frames x bands) into one. What is left over
 * at the ends is dropped, unless it is all there is.
 *
 * @example poolMatrix({ rows: 2, columns: 2, data: Float32Array.of(1, 3, 5, 7) }, 2, 2).data // [4]
 */
export function poolMatrix({ rows, columns, data }: Matrix, frames: number, bands: number): Matrix {
  const [high, wide] = [Math.min(frames, rows), Math.min(bands, columns)];
  const pooled = { rows: Math.floor(rows / high), columns: Math.floor(columns / wide) };
  const out = new Float32Array(pooled.rows * pooled.columns);
  const share = 1 / (high * wide);
  for (let row = 0; row < pooled.rows * high; row++) {
    const from = row * columns;
    const to = Math.floor(row / high) * pooled.columns;
    for (let k = 0; k < pooled.columns; k++) {
      for (let part = 0; part < wide; part++) out[to + k] += share * data[from + k * wide + part];
    }
  }
  return { ...pooled, data: out };
}
