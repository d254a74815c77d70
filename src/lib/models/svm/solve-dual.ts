import { takeBack, unsettledPart } from "./shrinking";

/**
 * One two-class problem in signed multipliers b = y a: maximise Σ y b - ½ b'Kb subject to lower <= b <= upper and Σ b = 0.
 * Rows of the first class (y = 1) have bounds [0, cost], those of the second (y = -1) [-cost, 0].
 */
export interface DualProblem {
  /** k(x_i, x_j), size x size, row-major; single precision as in LIBSVM. */
  readonly kernel: Float32Array;
  /** +1 or -1 per row. */
  readonly signs: Int8Array;
  /** C times the weight of its class, per row. */
  readonly costs: Float64Array;
  /** Stops when no pair of rows violates optimality by more; 1e-3 in LIBSVM and scikit-learn. */
  readonly tolerance: number;
}

/** decision(x) = Σ coefficients k(x_i, x) - rho. */
export interface DualSolution {
  readonly coefficients: Float64Array;
  readonly rho: number;
}

/** A problem on its way to the optimum. */
export interface DualState {
  readonly size: number;
  readonly kernel: Float32Array;
  readonly diagonal: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly coefficients: Float64Array;
  /** Derivative of the objective by each coefficient: y - Kb. */
  readonly slopes: Float64Array;
}

const TINY_CURVATURE = 1e-12;
/** Problems of more rows leave out those that have settled at a bound, and look for them after so many steps, as LIBSVM. */
const [SHRINK_ABOVE_ROWS, STEPS_BETWEEN] = [512, 1000];

/**
 * Solves the dual of the C-SVC by sequential minimal optimisation with second-order working sets
 * (Fan, Chen & Lin 2005, "Working set selection using second order information for training SVM", WSS 2),
 * with shrinking where there are many rows. Ties go to the later row, as in LIBSVM, so that both walk the same path.
 */
export function solveDual({ kernel, signs, costs, tolerance }: DualProblem): DualSolution {
  const size = signs.length;
  const state: DualState = {
    size,
    kernel,
    diagonal: Float64Array.from(signs, (_, t) => kernel[t * size + t]),
    lower: costs.map((cost, t) => (signs[t] > 0 ? 0 : -cost)),
    upper: costs.map((cost, t) => (signs[t] > 0 ? cost : 0)),
    coefficients: new Float64Array(size),
    slopes: Float64Array.from(signs),
  };
  optimise(state, tolerance);
  return { coefficients: state.coefficients, rho: offset(state) };
}

/**
 * Steps until no pair of rows violates optimality by more than `tolerance`. The rows that are not settled are optimised by themselves, the first time
 * roughly: which rows stay at their bounds is not certain before.
 */
function optimise(state: DualState, tolerance: number): void {
  let [steps, roughly] = [STEPS_BETWEEN, true];
  while (!takeSteps(state, steps, tolerance)) {
    steps = STEPS_BETWEEN;
    if (state.size <= SHRINK_ABOVE_ROWS) continue;
    const part = unsettledPart(state);
    if (!part) continue;
    optimise(part.state, roughly ? 10 * tolerance : tolerance);
    takeBack(state, part);
    [steps, roughly] = [1, false];
  }
}

/** @returns whether the optimum was reached */
function takeSteps(state: DualState, steps: number, tolerance: number): boolean {
  let i = steepest(state);
  for (let step = 0; step < steps; step++) {
    const j = i < 0 ? -1 : bestPartner(state, i, tolerance);
    if (j < 0) return true;
    i = move(state, i, j);
  }
  return false;
}

/** Of the rows that may go up, the one that gains most by it; -1 when none may. */
function steepest({ size, upper, coefficients, slopes }: DualState): number {
  let best = -1;
  let most = -Infinity;
  for (let t = 0; t < size; t++) {
    if (slopes[t] < most || coefficients[t] >= upper[t]) continue;
    most = slopes[t];
    best = t;
  }
  return best;
}

/** Of the rows that may go down as row i goes up, the one with which the objective gains most; -1 at the optimum. */
function bestPartner(state: DualState, i: number, tolerance: number): number {
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
 * Moves b_i up and b_j down alike, to the maximum on their line inside the bounds, and all slopes with them.
 *
 * @returns what `steepest` would now: found in the pass over the slopes, which is what the solver's time goes to
 */
function move(state: DualState, i: number, j: number): number {
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

/** rho: minus the mean slope of the rows strictly inside their bounds, or minus the middle of what the others allow. */
function offset({ size, lower, upper, coefficients, slopes }: DualState): number {
  let [inside, sum, most, least] = [0, 0, -Infinity, Infinity];
  for (let t = 0; t < size; t++) {
    const [canRise, canFall] = [coefficients[t] < upper[t], coefficients[t] > lower[t]];
    if (canRise && canFall) {
      inside++;
      sum += slopes[t];
    } else if (canRise) most = Math.max(most, slopes[t]);
    else least = Math.min(least, slopes[t]);
  }
  return inside > 0 ? -sum / inside : -(most + least) / 2;
}
