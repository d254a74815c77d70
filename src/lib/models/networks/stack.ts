import type { Batch } from "./network";

/** Arrays of equal length as the rows of one batch. */
export function stack(
  rows: readonly ArrayLike<number>[],
  shape: readonly number[] = [rows[0].length],
): Batch {
  const values = new Float32Array(rows.length * rows[0].length);
  rows.forEach((row, i) => {
    values.set(row, i * row.length);
  });
  return { shape: [rows.length, ...shape], values };
}
