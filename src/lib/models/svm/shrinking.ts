import { type DualState, dualState } from "./dual-state";

/** The rows of a problem that have not settled at a bound, as a problem of their own. */
interface Part {
  /** Their places in the whole problem, ascending. */
  readonly rows: Int32Array;
  readonly state: DualState;
}

/** Copying the kernel values of a part pays where so much of the rows, or less, is left. */
const LARGEST_PART = 0.8;

/**
 * Shrinking (Joachims 1999; LIBSVM's rule): rows at a bound whose slope pushes them further than
 * any row that may still move are left out, until the others have found their optimum.
 *
 * @returns undefined where too few rows have settled
 */
export function unsettledPart(state: DualState, depth: number): Part | undefined {
  const rows = unsettledRows(state);
  if (rows.length > LARGEST_PART * state.size) return undefined;
  const part = dualState(rows.length, depth);
  for (const name of ["diagonal", "lower", "upper", "coefficients", "slopes"] as const)
    rows.forEach((row, i) => {
      part[name][i] = state[name][row];
    });
  copyKernel(state, rows, part.kernel);
  return { rows, state: part };
}

function unsettledRows({ size, lower, upper, coefficients, slopes }: DualState): Int32Array {
  let [most, least] = [-Infinity, Infinity];
  for (let t = 0; t < size; t++) {
    if (coefficients[t] < upper[t] && slopes[t] > most) most = slopes[t];
    if (coefficients[t] > lower[t] && slopes[t] < least) least = slopes[t];
  }
  const rows = new Int32Array(size);
  let count = 0;
  for (let t = 0; t < size; t++) {
    const settled =
      (coefficients[t] === upper[t] && slopes[t] > most) ||
      (coefficients[t] === lower[t] && slopes[t] < least);
    if (!settled) rows[count++] = t;
  }
  return rows.slice(0, count);
}

function copyKernel({ size, kernel }: DualState, rows: Int32Array, out: Float32Array): void {
  let place = 0;
  for (let i = 0; i < rows.length; i++) {
    const from = rows[i] * size;
    for (let j = 0; j < rows.length; j++) out[place++] = kernel[from + rows[j]];
  }
}

/**
 * Takes the coefficients of an optimised part back into the whole problem, and brings the slopes of
 * all other rows up to date.
 */
export function takeBack(state: DualState, part: Part): void {
  const { size, kernel, coefficients, slopes } = state;
  part.rows.forEach((row, i) => {
    const change = part.state.coefficients[i] - coefficients[row];
    if (change === 0) return;
    coefficients[row] = part.state.coefficients[i];
    const from = row * size;
    for (let t = 0; t < size; t++) slopes[t] -= change * kernel[from + t];
  });
  part.rows.forEach((row, i) => {
    slopes[row] = part.state.slopes[i];
  });
}
