import type { Matrix } from "./matrix";

/**
 * The numbers of a row, which is a vector or a matrix, as they lie in memory: a matrix row after
 * row.
 *
 * @example valuesOf({ rows: 1, columns: 2, data: Float32Array.of(3, 4) }).length // 2
 */
export function valuesOf(row: Float64Array | Matrix): Float64Array | Float32Array {
  return "data" in row ? row.data : row;
}
