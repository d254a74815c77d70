import { wasmMatrixProductCode } from "./kernels/wasm-matrix-product-code";
import { placeBlocks, runsWebAssembly, webAssemblyExports } from "./kernels/web-assembly";
import { type MatrixView, type ProductSize, plainMatrixProduct } from "./plain-matrix-product";

interface Exports {
  multiplyAdd(
    a: number,
    aRow: number,
    aColumn: number,
    b: number,
    bRow: number,
    out: number,
    outRow: number,
    rows: number,
    columns: number,
    depth: number,
    upper: number,
  ): void;
}

/** The kernel takes four columns at a time. */
const lanes = 4;
const runsVectors = runsWebAssembly(wasmMatrixProductCode);

/** The next multiple of four: how many columns a block needs for `columns` of them. */
export function paddedColumns(columns: number): number {
  return Math.ceil(columns / lanes) * lanes;
}

/**
 * Doubles from one row to the next where a matrix has `columns`: a multiple of four, but none of 64
 * (of 512 bytes), as such rows push each other out of the cache.
 */
export function paddedStride(columns: number): number {
  const padded = paddedColumns(columns);
  return padded % 64 === 0 ? padded + 8 : padded;
}

/**
 * Blocks of doubles in a memory of their own, and the product of matrices that lie in them: in
 * vectors where the machine has them, with the bytes of plain JavaScript (every sum adds in order).
 *
 * @example
 * const space = new MatrixWorkspace();
 * const [a, b, out] = space.lay([2, 8, 4]);
 */
export class MatrixWorkspace {
  private readonly memory = runsVectors ? new WebAssembly.Memory({ initial: 1 }) : undefined;
  private readonly code = this.memory && webAssemblyExports<Exports>(wasmMatrixProductCode, this.memory);

  /** Zeroed blocks of these lengths; those laid before are no more. */
  lay(lengths: readonly number[]): Float64Array[] {
    const { memory } = this;
    if (!memory) return lengths.map((length) => new Float64Array(length));
    const addresses = placeBlocks(
      memory,
      lengths.map((length) => 8 * length),
    );
    return lengths.map((length, i) => new Float64Array(memory.buffer, addresses[i], length).fill(0));
  }

  /**
   * out += a b, all in blocks of this space. Columns of b and out follow one another (stride 1),
   * and the kernel fills them up to a multiple of four: both must have room for `paddedColumns`.
   *
   * @param upper whether the part of out below its diagonal is not needed
   */
  multiplyAdd(a: MatrixView, b: MatrixView, out: MatrixView, size: ProductSize, upper = false): void {
    if (!this.code) {
      plainMatrixProduct(a, b, out, size);
      return;
    }
    this.code.multiplyAdd(
      addressOf(a),
      8 * a.rowStride,
      8 * a.columnStride,
      addressOf(b),
      8 * b.rowStride,
      addressOf(out),
      8 * out.rowStride,
      size.rows,
      paddedColumns(size.columns),
      size.depth,
      Number(upper),
    );
  }
}

function addressOf({ array, start }: MatrixView): number {
  return array.byteOffset + 8 * start;
}

/** A row-major block as a view. */
export function rowMajor(array: Float64Array, rowStride: number, start = 0): MatrixView {
  return { array, start, rowStride, columnStride: 1 };
}

/** The transpose of a view, without a copy. */
export function transposed({ array, start, rowStride, columnStride }: MatrixView): MatrixView {
  return { array, start, rowStride: columnStride, columnStride: rowStride };
}
