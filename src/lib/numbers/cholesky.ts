import { InputError } from "../check";
import { MatrixWorkspace, paddedStride, rowMajor } from "./matrix-workspace";

/** Columns that are finished together; a multiple of four. */
const BLOCK = 32;

let space: MatrixWorkspace | undefined;

/** A symmetric positive definite matrix as L Lᵀ. */
export class CholeskyFactor {
  private transposed: Float64Array | undefined;

  /** @param lower the lower triangle L, row-major n x n, zeros above */
  constructor(
    readonly lower: Float64Array,
    readonly n: number,
  ) {}

  /** The x of L Lᵀ x = b. */
  solve(b: Float64Array): Float64Array {
    return this.solveUpper(this.solveLower(b));
  }

  /** The x of L x = b. */
  solveLower(b: Float64Array): Float64Array {
    const { lower, n } = this;
    const x = b.slice();
    for (let i = 0; i < n; i++) {
      let sum = x[i];
      for (let k = 0; k < i; k++) sum -= lower[i * n + k] * x[k];
      x[i] = sum / lower[i * n + i];
    }
    return x;
  }

  /** The x of Lᵀ x = b. */
  solveUpper(b: Float64Array): Float64Array {
    const { n } = this;
    this.transposed ??= transpose(this.lower, n);
    const upper = this.transposed;
    const x = b.slice();
    for (let i = n - 1; i >= 0; i--) {
      let sum = x[i];
      for (let k = i + 1; k < n; k++) sum -= upper[i * n + k] * x[k];
      x[i] = sum / upper[i * n + i];
    }
    return x;
  }
}

/**
 * Factors a symmetric positive definite matrix, of which the lower triangle is read.
 *
 * @param matrix row-major n x n
 * @throws InputError where the matrix is not positive definite
 *
 * @example cholesky(Float64Array.of(4, 2, 2, 5), 2).lower // [2, 0, 1, 2]
 */
export function cholesky(matrix: Float64Array, n: number): CholeskyFactor {
  const stride = paddedStride(n);
  space ??= new MatrixWorkspace();
  const [work, panel] = space.lay([n * stride, n * BLOCK]);
  for (let i = 0; i < n; i++) work.set(matrix.subarray(i * n, i * n + i + 1), i * stride);
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(from + BLOCK, n);
    subtractFinished(space, work, panel, stride, n, from, to);
    finishColumns(work, stride, n, from, to);
  }
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) lower.set(work.subarray(i * stride, i * stride + i + 1), i * n);
  return new CholeskyFactor(lower, n);
}

/**
 * Takes the products of the columns before `from` away from the columns `from` to `to`, on and
 * below the diagonal.
 */
function subtractFinished(
  space: MatrixWorkspace,
  work: Float64Array,
  panel: Float64Array,
  stride: number,
  n: number,
  from: number,
  to: number,
): void {
  for (let j = from; j < to; j++) {
    for (let k = 0; k < from; k++) panel[k * BLOCK + j - from] = -work[j * stride + k];
  }
  const [left, out] = [rowMajor(work, stride, from * stride), rowMajor(work, stride, from * stride + from)];
  space.multiplyAdd(left, rowMajor(panel, BLOCK), out, { rows: n - from, columns: to - from, depth: from });
}

function finishColumns(work: Float64Array, stride: number, n: number, from: number, to: number): void {
  for (let i = from; i < n; i++) {
    for (let j = from; j < to && j <= i; j++) {
      let sum = work[i * stride + j];
      for (let k = from; k < j; k++) sum -= work[i * stride + k] * work[j * stride + k];
      if (i === j && !(sum > 0)) throw notPositive(i, n, sum);
      work[i * stride + j] = i === j ? Math.sqrt(sum) : sum / work[j * stride + j];
    }
  }
}

function notPositive(row: number, n: number, pivot: number): InputError {
  return new InputError(
    `the matrix of ${n} x ${n} is not positive definite: pivot ${row} is ${pivot}, it must be above 0`,
  );
}

/** Copied in squares that the processor's first cache holds. */
function transpose(square: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let row = 0; row < n; row += BLOCK) {
    for (let column = 0; column < n; column += BLOCK) {
      for (let i = row; i < Math.min(n, row + BLOCK); i++) {
        for (let k = column; k < Math.min(n, column + BLOCK); k++) out[k * n + i] = square[i * n + k];
      }
    }
  }
  return out;
}
