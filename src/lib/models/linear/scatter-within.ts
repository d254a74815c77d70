import { cholesky } from "../../numbers/cholesky";
import { ColumnProducts } from "../../numbers/column-products";
import { dot, dotProducts } from "../../numbers/dot-products";
import { packRows } from "../../numbers/packed-rows";

/** Multiplies a vector by the inverse of (1 - shrinkage) Rᵀ R + ridge I. */
export type Inverse = (vector: Float64Array) => Float64Array;

/**
 * What discriminant analysis learns of its rows before it shrinks: class means, and how rows
 * scatter about them.
 */
export interface ScatterWithin {
  readonly columns: number;
  /** Per label, in their order. */
  readonly means: readonly Float64Array[];
  /** Sum of the variances of the columns within labels. */
  readonly trace: number;
  /**
   * The shrunk covariance inverted, where the rows of R are the residuals: what each row differs
   * from the mean of its label by, divided by the square root of the number of rows.
   */
  invert(shrinkage: number, ridge: number): Inverse;
}

/**
 * Means of the rows by label and the scatter about them, from the cheaper side: columns x columns
 * where there are more rows than columns, rows x rows otherwise (the kernel trick). Every shrinkage
 * shares it.
 *
 * @example
 * const rows = [Float64Array.of(1), Float64Array.of(3), Float64Array.of(6)];
 * const within = scatterWithin(rows, ["a", "a", "b"], ["a", "b"]);
 * [within.means[0][0], within.trace] // [2, 0.667]
 */
export function scatterWithin(
  rows: readonly Float64Array[],
  labels: readonly string[],
  order: readonly string[],
): ScatterWithin {
  const columns = rows[0].length;
  const means = order.map((label) =>
    meanOf(
      rows.filter((_, i) => labels[i] === label),
      columns,
    ),
  );
  const root = Math.sqrt(rows.length);
  const place = new Map(order.map((label, c) => [label, c]));
  const residual = (row: Float64Array, i: number, out: Float64Array) => {
    const mean = means[place.get(labels[i])!];
    for (let k = 0; k < columns; k++) out[k] = (row[k] - mean[k]) / root;
    return out;
  };
  const side = rows.length > columns ? columnSide(rows, columns, residual) : rowSide(rows, columns, residual);
  return { columns, means, ...side };
}

type Side = Pick<ScatterWithin, "trace" | "invert">;
/** Row i less the mean of its label, into `out`. */
type Residual = (row: Float64Array, i: number, out: Float64Array) => Float64Array;

/** The covariance itself, columns x columns, and its Cholesky factor per shrinkage. */
function columnSide(rows: readonly Float64Array[], columns: number, residual: Residual): Side {
  const products = new ColumnProducts(columns);
  const space = new Float64Array(columns);
  rows.forEach((row, i) => {
    products.add(residual(row, i, space));
  });
  const covariance = products.matrix();
  const invert = (shrinkage: number, ridge: number) => {
    const shrunk = covariance.map((value) => (1 - shrinkage) * value);
    addToDiagonal(shrunk, columns, ridge);
    const factor = cholesky(shrunk, columns);
    return (vector: Float64Array) => factor.solve(vector);
  };
  return { trace: traceOf(covariance, columns), invert };
}

/**
 * Products of the residuals with each other, rows x rows. The covariance is never made: by
 * Woodbury's identity its inverse, times a vector m, is (m - Rᵀ (c I + R Rᵀ)⁻¹ R m) / ridge with c
 * = ridge / (1 - shrinkage).
 */
function rowSide(rows: readonly Float64Array[], columns: number, residual: Residual): Side {
  const residuals = rows.map((row, i) => residual(row, i, new Float64Array(columns)));
  const packed = packRows(residuals);
  const products = dotProducts(packed, packed);
  const n = rows.length;
  const invert = (shrinkage: number, ridge: number) => {
    const ridged = products.slice();
    addToDiagonal(ridged, n, ridge / (1 - shrinkage));
    const factor = cholesky(ridged, n);
    return (vector: Float64Array) => {
      const solved = factor.solve(Float64Array.from(residuals, (row) => dot(row, vector)));
      const out = vector.slice();
      residuals.forEach((row, i) => {
        subtractScaled(out, row, solved[i]);
      });
      return out.map((value) => value / ridge);
    };
  };
  return { trace: traceOf(products, n), invert };
}

function traceOf(square: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += square[i * size + i];
  return sum;
}

function addToDiagonal(square: Float64Array, size: number, value: number): void {
  for (let i = 0; i < size; i++) square[i * size + i] += value;
}

/** target -= factor * vector. */
function subtractScaled(target: Float64Array, vector: Float64Array, factor: number): void {
  for (let k = 0; k < vector.length; k++) target[k] -= factor * vector[k];
}

function meanOf(rows: readonly Float64Array[], columns: number): Float64Array {
  const mean = new Float64Array(columns);
  const { length } = rows;
  for (const row of rows) for (let k = 0; k < columns; k++) mean[k] += row[k] / length;
  return mean;
}
