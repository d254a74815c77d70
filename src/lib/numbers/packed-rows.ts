/** Vectors side by side in one row-major block of `count` x `columns`. */
export interface PackedRows {
  readonly count: number;
  readonly columns: number;
  readonly data: Float64Array;
}

/** Copies equally long vectors into one block. */
export function packRows(rows: readonly Float64Array[]): PackedRows {
  const columns = rows[0]?.length ?? 0;
  const data = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => {
    data.set(row, i * columns);
  });
  return { count: rows.length, columns, data };
}
