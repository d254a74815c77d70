import { cholesky } from "../../numbers/cholesky";
import { dotProducts } from "../../numbers/dot-products";
import { type PackedRows, packRows } from "../../numbers/packed-rows";

/**
 * What keeps the factor of the products real where rows depend on each other, as part of their mean
 * square.
 */
const RIDGE = 1e-10;

/**
 * The kernel trick for a linear model with an L2 penalty: rows with more columns than there are
 * rows, in as many coordinates as rows with the same dot products, which give the same decisions at
 * a fraction of the cost. Its weights never leave the space that the rows span (the representer
 * theorem: Schölkopf, Herbrich & Smola 2001).
 *
 * @returns the coordinates, rows x min(rows, columns), and the way back from weights on them to
 *   weights on the columns
 */
export function rowSpace(rows: readonly Float64Array[]): {
  readonly coordinates: PackedRows;
  readonly weightsOf: (inCoordinates: Float64Array) => Float64Array;
} {
  const packed = packRows(rows);
  const { count, columns, data } = packed;
  if (columns <= count) return { coordinates: packed, weightsOf: (weights) => weights };
  const products = dotProducts(packed, packed);
  let trace = 0;
  for (let i = 0; i < count; i++) trace += products[i * count + i];
  for (let i = 0; i < count; i++) products[i * count + i] += (RIDGE * trace) / count;
  const factor = cholesky(products, count);
  const weightsOf = (inCoordinates: Float64Array) => {
    const shares = factor.solveUpper(inCoordinates);
    const weights = new Float64Array(columns);
    for (let i = 0; i < count; i++) addScaled(weights, shares[i], data, i * columns);
    return weights;
  };
  return { coordinates: { count, columns: count, data: factor.lower }, weightsOf };
}

/** target += factor * as many numbers of `values`, from `from` on. */
function addScaled(target: Float64Array, factor: number, values: Float64Array, from: number): void {
  for (let k = 0; k < target.length; k++) target[k] += factor * values[from + k];
}
