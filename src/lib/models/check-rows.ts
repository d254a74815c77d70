import { checkSameLength, InputError } from "../check";

/**
 * Refuses training data that no model can learn from: no rows, rows of different lengths, values
 * that are not finite.
 */
export function checkTraining(rows: readonly Float64Array[], labels: readonly string[]): void {
  checkSameLength("rows", rows, "labels", labels);
  if (rows.length === 0) throw new InputError("there are no rows to learn from");
  checkRows(rows, rows[0].length);
}

/** Refuses rows that do not have as many finite values as the model has columns. */
export function checkRows(rows: readonly Float64Array[], columns: number): void {
  rows.forEach((row, i) => {
    if (row.length !== columns)
      throw new InputError(`row ${i} has ${row.length} values, the model takes ${columns}`);
    const bad = firstNotFinite(row);
    if (bad >= 0) throw new InputError(`row ${i}, column ${bad}: ${row[bad]} is not a finite number`);
  });
}

/** A loop, as calling back for each of a million rows' values takes longer than some fits. */
function firstNotFinite(row: Float64Array): number {
  for (let k = 0; k < row.length; k++) if (!Number.isFinite(row[k])) return k;
  return -1;
}
