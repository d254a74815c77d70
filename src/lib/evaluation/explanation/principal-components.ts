import { eigs, type Matrix as MathMatrix, matrix, multiply, transpose } from "mathjs";
import { InputError } from "../../check";

/** Rows of a table seen from the directions in which they differ most. */
export interface PrincipalComponents {
  /** One row per row of the table: its place along each component. */
  readonly scores: number[][];
  /** Part of the variance that each component holds, descending. */
  readonly variance: number[];
  /** One row per component: the weight of each column, unit length. */
  readonly directions: number[][];
}

const mostColumns = 200;

/**
 * Principal components of columns scaled to mean 0 and standard deviation 1 (Pearson 1901), by
 * mathjs's eigenvectors of the correlation matrix. Columns that never change take no part. The sign
 * is fixed: the largest weight of a component is positive.
 *
 * @param rows rows x columns
 * @param count number of components
 * @throws InputError for more than 200 columns, where this plain way gets slow
 * @example principalComponents([[0, 0], [1, 2], [2, 4]], 1).variance // [1]
 */
export function principalComponents(rows: readonly ArrayLike<number>[], count: number): PrincipalComponents {
  const columns = rows[0]?.length ?? 0;
  if (columns > mostColumns) {
    throw new InputError(
      `the table has ${columns} columns, principalComponents takes at most ${mostColumns}; choose some of them`,
    );
  }
  const scaled = standardize(rows, columns);
  const table = matrix(scaled);
  const correlation = multiply(transpose(table), table) as MathMatrix;
  const { eigenvectors } = eigs(correlation);
  const total = eigenvectors.reduce((sum, { value }) => sum + Number(value), 0);
  const largest = eigenvectors.sort((a, b) => Number(b.value) - Number(a.value)).slice(0, count);
  const directions = largest.map(({ vector }) => fixSign((vector as MathMatrix).toArray() as number[]));
  const scores = scaled.map((row) =>
    directions.map((direction) => row.reduce((sum, value, i) => sum + value * direction[i], 0)),
  );
  return { scores, variance: largest.map(({ value }) => Number(value) / total), directions };
}

function standardize(rows: readonly ArrayLike<number>[], columns: number): number[][] {
  const scaled = rows.map((row) => Array.from(row));
  for (let column = 0; column < columns; column++) {
    const mean = scaled.reduce((sum, row) => sum + row[column], 0) / scaled.length;
    const deviation = Math.sqrt(
      scaled.reduce((sum, row) => sum + (row[column] - mean) ** 2, 0) / scaled.length,
    );
    for (const row of scaled) row[column] = deviation > 1e-12 ? (row[column] - mean) / deviation : 0;
  }
  return scaled;
}

function fixSign(direction: number[]): number[] {
  const largest = direction.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
  return largest < 0 ? direction.map((weight) => -weight) : direction;
}
