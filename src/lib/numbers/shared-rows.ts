import type { Matrix } from "./matrix";
import { valuesOf } from "./values-of";

/**
 * The same rows, vectors (float64) or matrices (float32), as views on one block of memory that
 * threads share: to hand them to a worker copies no number. Every value stays what it is.
 *
 * @example shareRows([Float64Array.of(1, 2), Float64Array.of(3)])[1].byteOffset // 16
 */
export function shareRows<X extends Float64Array | Matrix>(rows: readonly X[]): X[] {
  const bytes = rows.reduce((sum, row) => sum + valuesOf(row).byteLength, 0);
  const block = new SharedArrayBuffer(bytes);
  let offset = 0;
  return rows.map((row) => {
    const values = valuesOf(row);
    const View = values.constructor as Float64ArrayConstructor;
    const shared = new View(block, offset, values.length);
    shared.set(values);
    offset += shared.byteLength;
    return ("data" in row ? { ...row, data: shared } : shared) as X;
  });
}
