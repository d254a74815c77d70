import { MatrixWorkspace, paddedColumns, rowMajor } from "./matrix-workspace";
import type { PackedRows } from "./packed-rows";

/** Rows of `a` in work at a time. */
const BLOCK_ROWS = 64;
/** Numbers of `b` in work at a time: half of what the processor's second cache holds. */
const BLOCK_NUMBERS = 32768;

let space: MatrixWorkspace | undefined;

/**
 * Dot products of every row of `a` with every row of `b`: `a.count` x `b.count`, row-major.
 *
 * @example dotProducts(packRows([Float64Array.of(1, 2)]), packRows([Float64Array.of(3, 4)])) // [11]
 */
export function dotProducts(a: PackedRows, b: PackedRows): Float64Array {
  const out = new Float64Array(a.count * b.count);
  const same = a === b;
  const width = Math.max(4, Math.min(256, paddedColumns(b.count), BLOCK_NUMBERS / a.columns) & ~3);
  space ??= new MatrixWorkspace();
  const [left, right, tile] = space.lay([BLOCK_ROWS * a.columns, a.columns * width, BLOCK_ROWS * width]);
  for (let column = 0; column < b.count; column += width) {
    const columns = Math.min(width, b.count - column);
    transposeInto(right, width, b, column, columns);
    for (let row = 0; row < (same ? column + columns : a.count); row += BLOCK_ROWS) {
      const rows = Math.min(BLOCK_ROWS, a.count - row);
      left.set(a.data.subarray(row * a.columns, (row + rows) * a.columns));
      tile.fill(0);
      const size = { rows, columns, depth: a.columns };
      space.multiplyAdd(rowMajor(left, a.columns), rowMajor(right, width), rowMajor(tile, width), size);
      for (let i = 0; i < rows; i++)
        out.set(tile.subarray(i * width, i * width + columns), (row + i) * b.count + column);
    }
  }
  if (same) mirror(out, a.count);
  return out;
}

/** Rows `from` and after as columns of a block that is `width` wide. */
function transposeInto(
  block: Float64Array,
  width: number,
  { columns, data }: PackedRows,
  from: number,
  count: number,
): void {
  for (let j = 0; j < count; j++) {
    const start = (from + j) * columns;
    for (let k = 0; k < columns; k++) block[k * width + j] = data[start + k];
  }
}

/** Copies the upper triangle of a square matrix below the diagonal. */
export function mirror(square: Float64Array, size: number): void {
  for (let i = 1; i < size; i++) {
    for (let j = 0; j < i; j++) square[i * size + j] = square[j * size + i];
  }
}

/** The sum of the products of two vectors' numbers. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}
