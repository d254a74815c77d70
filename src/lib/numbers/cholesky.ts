import { InputError } from "../check";
import { MatrixWorkspace, paddedStride, rowMajor } from "./matrix-workspace";

/** Columns that are finished together; a multiple of four. */
const BLOCK = 32;

let space: MatrixWorkspace | undefined;

/**
 * The lower triangle L of A = L Lᵀ, row-major n x n, for a symmetric positive definite matrix.
 *
 * @throws InputError where the matrix is not positive definite
 *
 * @example cholesky(Float64Array.of(4, 2, 2, 5), 2) // [2, 0, 1, 2]
 */
export function cholesky(matrix: Float64Array, n: number): Float64Array {
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
  return lower;
}

/** Takes the products of the columns before `from` away from the columns `from` to `to`, on and below the diagonal. */
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

/** The x of L Lᵀ x = b. */
export function solveCholesky(lower: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const x = b.slice();
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i * n + k] * x[k];
    x[i] /= lower[i * n + i];
  }
  return solveUpper(lower, x);
}

/** The x of Lᵀ x = b. */
export function solveUpper(lower: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const x = b.slice();
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= lower[k * n + i] * x[k];
    x[i] /= lower[i * n + i];
  }
  return x;
}
