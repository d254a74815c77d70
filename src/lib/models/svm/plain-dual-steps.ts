/** A two-class problem on its way to the optimum. */
export interface DualArrays {
  readonly size: number;
  /** size x size, row-major. */
  readonly kernel: Float32Array;
  readonly diagonal: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly coefficients: Float64Array;
  /** Derivative of the objective by each coefficient: y - Kb. */
  readonly slopes: Float64Array;
}

const TINY_CURVATURE = 1e-12;

/**
 * Steps of sequential minimal optimisation in plain JavaScript; each moves the pair of rows that
 * gains most.
 *
 * @returns whether the optimum was reached: no pair violates it by more than `tolerance`
 */
export function plainDualSteps(state: DualArrays, steps: number, tolerance: number): boolean {
  let i = steepest(state);
  for (let step = 0; step < steps; step++) {
    const j = i < 0 ? -1 : bestPartner(state, i, tolerance);
    if (j < 0) return true;
    i = move(state, i, j);
  }
  return false;
}

/** Of the rows that may go up, the one that gains most by it; -1 when none may. */
function steepest({ size, upper, coefficients, slopes }: DualArrays): number {
  let best = -1;
  let most = -Infinity;
  for (let t = 0; t < size; t++) {
    if (slopes[t] < most || coefficients[t] >= upper[t]) continue;
    most = slopes[t];
    best = t;
  }
  return best;
}

/**
 * Of the rows that may go down as row i goes up, the one with which the objective gains most; -1 at
 * the optimum.
 */
function bestPartner(state: DualArrays, i: number, tolerance: number): number {
  const { size, kernel, diagonal, lower, coefficients, slopes } = state;
  const row = i * size;
  const slope = slopes[i];
  const curvatureI = diagonal[i];
  let best = -1;
  let most = -Infinity;
  let widest = -Infinity;
  for (let t = 0; t < size; t++) {
    const gap = slope - slopes[t];
    if (gap <= 0 || coefficients[t] <= lower[t]) continue;
    if (gap > widest) widest = gap;
    const curvature = curvatureI + diagonal[t] - 2 * kernel[row + t];
    const gain = (gap * gap) / (curvature > 0 ? curvature : TINY_CURVATURE);
    if (gain < most) continue;
    most = gain;
    best = t;
  }
  return widest < tolerance ? -1 : best;
}

/**
 * Moves b_i up and b_j down alike, to the maximum on their line inside the bounds, and all slopes
 * with them.
 *
 * @returns what `steepest` would now: found in the pass over the slopes, which is what the solver's
 *   time goes to
 */
function move(state: DualArrays, i: number, j: number): number {
  const { size, kernel, diagonal, lower, upper, coefficients, slopes } = state;
  const [rowI, rowJ] = [i * size, j * size];
  const curvature = diagonal[i] + diagonal[j] - 2 * kernel[rowI + j];
  const [beforeI, beforeJ] = [coefficients[i], coefficients[j]];
  const [roomI, roomJ] = [upper[i] - beforeI, beforeJ - lower[j]];
  const free = (slopes[i] - slopes[j]) / (curvature > 0 ? curvature : TINY_CURVATURE);
  const step = Math.min(free, roomI, roomJ);
  // Who uses all its room must lie exactly on its bound, or it would be moved for ever.
  coefficients[i] = step === roomI ? upper[i] : beforeI + step;
  coefficients[j] = step === roomJ ? lower[j] : beforeJ - step;
  const changeI = coefficients[i] - beforeI;
  const changeJ = coefficients[j] - beforeJ;
  let best = -1;
  let most = -Infinity;
  for (let t = 0; t < size; t++) {
    const slope = slopes[t] - (kernel[rowI + t] * changeI + kernel[rowJ + t] * changeJ);
    slopes[t] = slope;
    if (slope < most || coefficients[t] >= upper[t]) continue;
    most = slope;
    best = t;
  }
  return best;
}
