import type { PackedRows } from "./packed-rows";

/** Rows of `a` that stay in the processor's cache while the rows of `b` pass by. */
const BLOCK_ROWS = 8;

/**
 * Dot products of every row of `a` with every row of `b`: `a.count` x `b.count`, row-major.
 * Works on tiles of 2 x 4 rows, so that six loads serve eight products.
 */
export function dotProducts(a: PackedRows, b: PackedRows): Float64Array {
  const out = new Float64Array(a.count * b.count);
  const same = a === b;
  for (let block = 0; block < a.count; block += BLOCK_ROWS) {
    const end = Math.min(block + BLOCK_ROWS, a.count);
    for (let j = same ? block : 0; j < b.count; j += 4) {
      for (let i = block; i < end; i += 2) dotTile(a, i, b, j, out);
    }
  }
  if (same) mirror(out, a.count);
  return out;
}

/** Fills out[i..i+1][j..j+3]; at an odd end the last row stands in for those beyond it and is written again. */
function dotTile(a: PackedRows, i: number, b: PackedRows, j: number, out: Float64Array): void {
  const { columns, data: x } = a;
  const y = b.data;
  const size = b.count;
  const i1 = Math.min(i + 1, a.count - 1);
  const j1 = Math.min(j + 1, size - 1);
  const j2 = Math.min(j + 2, size - 1);
  const j3 = Math.min(j + 3, size - 1);
  const p0 = i * columns;
  const p1 = i1 * columns;
  const q0 = j * columns;
  const q1 = j1 * columns;
  const q2 = j2 * columns;
  const q3 = j3 * columns;
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  for (let k = 0; k < columns; k++) {
    const x0 = x[p0 + k];
    const x1 = x[p1 + k];
    const y0 = y[q0 + k];
    const y1 = y[q1 + k];
    const y2 = y[q2 + k];
    const y3 = y[q3 + k];
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s03 += x0 * y3;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s13 += x1 * y3;
  }
  out[i * size + j] = s00;
  out[i * size + j1] = s01;
  out[i * size + j2] = s02;
  out[i * size + j3] = s03;
  out[i1 * size + j] = s10;
  out[i1 * size + j1] = s11;
  out[i1 * size + j2] = s12;
  out[i1 * size + j3] = s13;
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
