import { type DualState, dualState } from "./dual-state";
import { takeBack, unsettledPart } from "./shrinking";

/**
 * One two-class problem in signed multipliers b = y a: maximise Σ y b - ½ b'Kb subject to lower <=
 * b <= upper and Σ b = 0. Rows of the first class (y = 1) have bounds [0, cost], those of the
 * second (y = -1) [-cost, 0].
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

/**
 * Problems of more rows leave out those that have settled at a bound, and look for them after so
 * many steps at most, as LIBSVM.
 */
const [SHRINK_ABOVE_ROWS, MOST_BETWEEN] = [256, 1000];
/**
 * A problem of any size ends after so many rounds: rounding may keep the last digits of a very
 * large cost from settling.
 */
const MOST_ROUNDS = 100_000;

/**
 * Solves the dual of the C-SVC by sequential minimal optimisation with second-order working sets
 * (Fan, Chen & Lin 2005, "Working set selection using second order information for training SVM",
 * WSS 2), with shrinking where there are many rows. Ties go to the later row, as in LIBSVM, so that
 * both walk the same path.
 */
export function solveDual({ kernel, signs, costs, tolerance }: DualProblem): DualSolution {
  const size = signs.length;
  const state = dualState(size, 0);
  state.kernel.set(kernel);
  state.coefficients.fill(0);
  for (let t = 0; t < size; t++) {
    state.diagonal[t] = kernel[t * (size + 1)];
    state.lower[t] = signs[t] > 0 ? 0 : -costs[t];
    state.upper[t] = signs[t] > 0 ? costs[t] : 0;
    state.slopes[t] = signs[t];
  }
  optimise(state, tolerance, 0);
  return { coefficients: state.coefficients.slice(), rho: offset(state) };
}

/**
 * Steps until no pair of rows violates optimality by more than `tolerance`. The rows that are not
 * settled are optimised by themselves, the first time roughly: which rows stay at their bounds is
 * not certain before.
 */
function optimise(state: DualState, tolerance: number, depth: number): void {
  const between = Math.min(state.size, MOST_BETWEEN);
  let [steps, roughly] = [between, true];
  for (let round = 0; round < MOST_ROUNDS && !state.takeSteps(steps, tolerance); round++) {
    steps = between;
    if (state.size <= SHRINK_ABOVE_ROWS) continue;
    const part = unsettledPart(state, depth + 1);
    if (!part) continue;
    optimise(part.state, roughly ? 10 * tolerance : tolerance, depth + 1);
    takeBack(state, part);
    [steps, roughly] = [1, false];
  }
}

/**
 * rho: minus the mean slope of the rows strictly inside their bounds, or minus the middle of what
 * the others allow.
 */
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
