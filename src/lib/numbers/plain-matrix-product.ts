/**
 * Numbers of an array as a matrix: element (row, column) is `array[start + row * rowStride + column
 * * columnStride]`.
 */
export interface MatrixView {
  readonly array: Float64Array;
  readonly start: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

/**
 * How much of the views a product takes: out is rows x columns, and every sum has `depth` products.
 */
export interface ProductSize {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
}

/** out += a b in plain JavaScript; every sum in the order of `depth`. */
export function plainMatrixProduct(a: MatrixView, b: MatrixView, out: MatrixView, size: ProductSize): void {
  for (let i = 0; i < size.rows; i++) {
    for (let j = 0; j < size.columns; j++) {
      const place = out.start + i * out.rowStride + j * out.columnStride;
      let sum = out.array[place];
      let [x, y] = [a.start + i * a.rowStride, b.start + j * b.columnStride];
      for (let k = 0; k < size.depth; k++, x += a.columnStride, y += b.rowStride)
        sum += a.array[x] * b.array[y];
      out.array[place] = sum;
    }
  }
}
