import { dotProducts } from "../../numbers/dot-products";
import { type PackedRows, packRows } from "../../numbers/packed-rows";
import { type Kernel, kernelValues, squaredNorms } from "./kernel";

/** Tables of kernel values are kept up to so many bytes; larger ones are computed in parts. */
export const mostKernelBytes = 1e9;

/** A kernel value in work is a dot product, too: two doubles. */
export const bytesPerValue = 16;

/**
 * Rows in blocks whose kernel values with so many others stay within the bound.
 *
 * @example rowBlocks([1, 2, 3], 10, 320) // [[1, 2], [3]]
 */
export function rowBlocks<X>(rows: readonly X[], others: number, mostBytes = mostKernelBytes): X[][] {
  const size = Math.max(1, Math.floor(mostBytes / (bytesPerValue * Math.max(1, others))));
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) =>
    rows.slice(i * size, (i + 1) * size),
  );
}

/** Rows of a table in work at a time. */
const rowsAtOnce = 256;

/**
 * Kernel values among rows in single precision, without a table of their dot products.
 *
 * @param all rows x columns
 * @param places of the rows that are meant, `n` of them
 * @returns n x n
 */
export function kernelAmong(kernel: Kernel, all: PackedRows, places: readonly number[]): Float32Array {
  const { columns, data } = all;
  const rows = places.map((place) => data.subarray(place * columns, (place + 1) * columns));
  const packed = packRows(rows);
  const norms = squaredNorms(packed);
  const out = new Float32Array(places.length ** 2);
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const block = packRows(rows.slice(from, from + rowsAtOnce));
    const ownNorms = norms.slice(from, from + rowsAtOnce);
    out.set(kernelValues(kernel, dotProducts(block, packed), ownNorms, norms), from * places.length);
  }
  return out;
}
