import { dotProducts } from "../../numbers/dot-products";
import { packRows } from "../../numbers/packed-rows";

/** What discriminant analysis learns of its rows before it shrinks: class means, and how rows differ from them. */
export interface ScatterWithin {
  readonly columns: number;
  /** Per label, in their order. */
  readonly means: readonly Float64Array[];
  /** Per row what it differs from the mean of its label by, divided by the square root of the number of rows. */
  readonly residuals: readonly Float64Array[];
  /** Products of the residuals with each other, rows x rows: the covariance's eigenvalues without its size. */
  readonly products: Float64Array;
}

/** Means and residuals of the rows by label. */
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
  const residuals = rows.map((row, i) => {
    const mean = means[order.indexOf(labels[i])];
    return row.map((value, k) => (value - mean[k]) / root);
  });
  const packed = packRows(residuals);
  return { columns, means, residuals, products: dotProducts(packed, packed) };
}

function meanOf(rows: readonly Float64Array[], columns: number): Float64Array {
  const mean = new Float64Array(columns);
  for (const row of rows) for (let k = 0; k < columns; k++) mean[k] += row[k] / rows.length;
  return mean;
}
