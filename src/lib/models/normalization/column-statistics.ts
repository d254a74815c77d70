import { InputError } from "../../check";
import type { Row } from "../../features/row";
import type { Matrix } from "../../numbers/matrix";

/** A vector as a matrix of one row; a matrix as it is. */
export function asMatrix(row: Row): Matrix {
  return "data" in row ? row : { rows: 1, columns: row.length, data: row };
}

/**
 * Mean and deviation of each column, taken in row by row; every frame of a matrix counts (Welford
 * 1962: an update of the mean, so that a large offset costs no digits).
 */
export class ColumnStatistics {
  readonly mean: Float64Array;
  private readonly squares: Float64Array;
  private count = 0;

  constructor(readonly columns: number) {
    this.mean = new Float64Array(columns);
    this.squares = new Float64Array(columns);
  }

  /** Takes in one vector, or all frames of one matrix. */
  add(row: Row): void {
    const { rows, columns, data } = asMatrix(row);
    if (columns !== this.columns) {
      throw new InputError(`a row has ${columns} columns, those before it have ${this.columns}`);
    }
    for (let from = 0; from < rows * columns; from += columns) {
      this.count++;
      for (let k = 0; k < columns; k++) {
        const shift = data[from + k] - this.mean[k];
        this.mean[k] += shift / this.count;
        this.squares[k] += shift * (data[from + k] - this.mean[k]);
      }
    }
  }

  /**
   * Population standard deviation of each column; 1 where the column does not vary beyond rounding
   * (scikit-learn's bound in `StandardScaler`), so that dividing by it does no harm.
   */
  scale(): Float64Array {
    const { count } = this;
    return this.squares.map((sum, k) => {
      const variance = sum / count;
      const rounding = count * Number.EPSILON * variance + (count * this.mean[k] * Number.EPSILON) ** 2;
      return variance <= rounding || count === 0 ? 1 : Math.sqrt(variance);
    });
  }
}
