import { mirror } from "./dot-products";
import { MatrixWorkspace, paddedStride, rowMajor, transposed } from "./matrix-workspace";

/** Rows that are taken in together. */
const CHUNK_ROWS = 128;

/**
 * The sum of xᵀ x over rows x, columns x columns, whatever the number of rows: a scatter matrix
 * where the rows are centred.
 *
 * @example
 * const sum = new ColumnProducts(2);
 * sum.add(Float64Array.of(1, 2));
 * sum.add(Float64Array.of(3, 4));
 * sum.matrix() // [10, 14, 14, 20]
 */
export class ColumnProducts {
  private readonly space = new MatrixWorkspace();
  private readonly stride: number;
  private readonly chunk: Float64Array;
  private readonly sums: Float64Array;
  private waiting = 0;

  constructor(readonly columns: number) {
    this.stride = paddedStride(columns);
    [this.chunk, this.sums] = this.space.lay([CHUNK_ROWS * this.stride, columns * this.stride]);
  }

  /** Takes in one row, which is copied. */
  add(row: Float64Array): void {
    this.chunk.set(row, this.waiting++ * this.stride);
    if (this.waiting === CHUNK_ROWS) this.flush();
  }

  /** The sum over the rows so far, row-major. */
  matrix(): Float64Array {
    const { columns, stride, sums } = this;
    this.flush();
    const out = new Float64Array(columns * columns);
    for (let i = 0; i < columns; i++) out.set(sums.subarray(i * stride, i * stride + columns), i * columns);
    mirror(out, columns);
    return out;
  }

  private flush(): void {
    const rows = rowMajor(this.chunk, this.stride);
    const size = { rows: this.columns, columns: this.columns, depth: this.waiting };
    this.space.multiplyAdd(transposed(rows), rows, rowMajor(this.sums, this.stride), size, true);
    this.waiting = 0;
  }
}
