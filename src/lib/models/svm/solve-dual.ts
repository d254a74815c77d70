/** One two-class problem: minimise ½ a'Qa - Σa subject to 0 <= a <= bounds and Σ y a = 0. */
export interface DualProblem {
  /** y_i y_j k(x_i, x_j), size x size, row-major; single precision as in LIBSVM. */
  readonly q: Float32Array;
  /** +1 or -1 per row. */
  readonly signs: Int8Array;
  /** Upper bound per row: C times the weight of its class. */
  readonly bounds: Float64Array;
  /** Stops when no pair of rows violates optimality by more; 1e-3 in LIBSVM and scikit-learn. */
  readonly tolerance: number;
}

/** Multipliers and the offset: decision(x) = Σ y_i a_i k(x_i, x) - rho. */
export interface DualSolution {
  readonly alpha: Float64Array;
  readonly rho: number;
  readonly steps: number;
}

const TINY_CURVATURE = 1e-12;
const MOST_STEPS = 10_000_000;

/**
 * Solves the dual of the C-SVC by sequential minimal optimisation with second-order working sets
 * (Fan, Chen & Lin 2005, "Working set selection using second order information for training SVM", WSS 2),
 * without shrinking. Ties go to the later row, as in LIBSVM, so that both walk the same path.
 */
export function solveDual({ q, signs, bounds, tolerance }: DualProblem): DualSolution {
  const size = signs.length;
  const alpha = new Float64Array(size);
  const gradient = new Float64Array(size).fill(-1);
  const diagonal = Float64Array.from(signs, (_, t) => q[t * size + t]);
  const state: State = { size, q, signs, bounds, alpha, gradient, diagonal };
  let steps = 0;
  for (; steps < MOST_STEPS; steps++) {
    const i = steepestUpward(state);
    if (i < 0) break;
    const j = bestPartner(state, i, tolerance);
    if (j < 0) break;
    movePair(state, i, j);
  }
  return { alpha, rho: offset(state), steps };
}

interface State {
  readonly size: number;
  readonly q: Float32Array;
  readonly signs: Int8Array;
  readonly bounds: Float64Array;
  readonly alpha: Float64Array;
  /** Qa - 1. */
  readonly gradient: Float64Array;
  readonly diagonal: Float64Array;
}

/** The row that may move along +y and gains most by it; -1 when no row may. */
function steepestUpward({ size, signs, bounds, alpha, gradient }: State): number {
  let best = -1;
  let steepest = -Infinity;
  for (let t = 0; t < size; t++) {
    const positive = signs[t] > 0;
    if (positive ? alpha[t] >= bounds[t] : alpha[t] <= 0) continue;
    const slope = positive ? -gradient[t] : gradient[t];
    if (slope >= steepest) {
      steepest = slope;
      best = t;
    }
  }
  return best;
}

/** The row that, moved along -y together with i, lowers the objective most; -1 when the optimum is reached. */
function bestPartner(state: State, i: number, tolerance: number): number {
  const { size, q, signs, bounds, alpha, gradient, diagonal } = state;
  const slopeI = -signs[i] * gradient[i];
  const row = i * size;
  const [curveI, twiceSign] = [diagonal[i], 2 * signs[i]];
  let best = -1;
  let lowest = Infinity;
  let smallest = Infinity;
  for (let t = 0; t < size; t++) {
    const positive = signs[t] > 0;
    if (positive ? alpha[t] <= 0 : alpha[t] >= bounds[t]) continue;
    const slope = positive ? -gradient[t] : gradient[t];
    if (slope < smallest) smallest = slope;
    const gap = slopeI - slope;
    if (gap <= 0) continue;
    const curvature = curveI + diagonal[t] - twiceSign * signs[t] * q[row + t];
    const gain = -(gap * gap) / (curvature > 0 ? curvature : TINY_CURVATURE);
    if (gain <= lowest) {
      lowest = gain;
      best = t;
    }
  }
  return slopeI - smallest < tolerance ? -1 : best;
}

/** Moves a_i along y_i and a_j against y_j to the minimum on their line inside the box, and the gradient with them. */
function movePair({ size, q, signs, bounds, alpha, gradient, diagonal }: State, i: number, j: number): void {
  const [rowI, rowJ] = [i * size, j * size];
  const [upI, upJ] = [signs[i] > 0, signs[j] < 0];
  const curvature = diagonal[i] + diagonal[j] - 2 * signs[i] * signs[j] * q[rowI + j];
  const gap = signs[j] * gradient[j] - signs[i] * gradient[i];
  const roomI = upI ? bounds[i] - alpha[i] : alpha[i];
  const roomJ = upJ ? bounds[j] - alpha[j] : alpha[j];
  const step = Math.min(gap / (curvature > 0 ? curvature : TINY_CURVATURE), roomI, roomJ);
  const [beforeI, beforeJ] = [alpha[i], alpha[j]];
  alpha[i] = moved(beforeI, upI, step, roomI, bounds[i]);
  alpha[j] = moved(beforeJ, upJ, step, roomJ, bounds[j]);
  const [changeI, changeJ] = [alpha[i] - beforeI, alpha[j] - beforeJ];
  for (let t = 0; t < size; t++) gradient[t] += q[rowI + t] * changeI + q[rowJ + t] * changeJ;
}

/** A multiplier after its step; one that uses all its room lies exactly on its bound. */
function moved(alpha: number, up: boolean, step: number, room: number, bound: number): number {
  if (step >= room) return up ? bound : 0;
  return up ? alpha + step : alpha - step;
}

/** rho: the mean slope of the rows strictly inside the box, or the middle of what the others allow. */
function offset({ size, signs, bounds, alpha, gradient }: State): number {
  let [free, sum, low, high] = [0, 0, -Infinity, Infinity];
  for (let t = 0; t < size; t++) {
    const slope = signs[t] * gradient[t];
    if (alpha[t] > 0 && alpha[t] < bounds[t]) {
      free++;
      sum += slope;
    } else if (alpha[t] <= 0 === signs[t] > 0) high = Math.min(high, slope);
    else low = Math.max(low, slope);
  }
  return free > 0 ? sum / free : (high + low) / 2;
}
