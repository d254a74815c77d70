import { dot } from "./dot-products";

/** A function to minimise: its value at `point`, and its gradient written into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface LbfgsOptions {
  /** Stops when no part of the gradient is larger; default 1e-6. */
  readonly tolerance?: number;
  /** Default 1000. */
  readonly maxIterations?: number;
}

/** Steps that the estimate of the curvature remembers. */
const MEMORY = 10;

interface Step {
  /** Change of the point. */
  readonly s: Float64Array;
  /** Change of the gradient. */
  readonly y: Float64Array;
  /** 1 / (s · y). */
  readonly scale: number;
}

/**
 * Minimises a smooth function by limited-memory BFGS (Nocedal & Wright 2006, algorithms 7.4 and
 * 7.5) with a backtracking line search; for convex functions.
 *
 * @param start where to begin; not changed
 * @returns the last point
 *
 * @example minimise((x, g) => { g[0] = 2 * (x[0] - 3); return (x[0] - 3) ** 2; }, new Float64Array(1))[0] // 3
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  { tolerance = 1e-6, maxIterations = 1000 }: LbfgsOptions = {},
): Float64Array {
  let point: Float64Array = start.slice();
  let gradient: Float64Array = new Float64Array(point.length);
  let value = objective(point, gradient);
  const steps: Step[] = [];
  for (let iteration = 0; iteration < maxIterations && largest(gradient) > tolerance; iteration++) {
    const direction = descentDirection(gradient, steps);
    const next = searchLine(objective, point, value, gradient, direction, steps.length === 0);
    if (!next) break;
    remember(steps, point, gradient, next);
    ({ point, gradient, value } = next);
  }
  return point;
}

interface Place {
  readonly point: Float64Array;
  readonly gradient: Float64Array;
  readonly value: number;
}

/** The two-loop recursion: minus the estimated inverse Hessian times the gradient. */
function descentDirection(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((g) => -g);
  const weights = new Array<number>(steps.length);
  for (let k = steps.length - 1; k >= 0; k--) {
    weights[k] = steps[k].scale * dot(steps[k].s, direction);
    addScaled(direction, -weights[k], steps[k].y);
  }
  const last = steps.at(-1);
  if (last) {
    const curvature = 1 / (last.scale * dot(last.y, last.y));
    for (let i = 0; i < direction.length; i++) direction[i] *= curvature;
  }
  steps.forEach((step, k) => {
    addScaled(direction, weights[k] - step.scale * dot(step.y, direction), step.s);
  });
  return direction;
}

/**
 * Halves the step until the value falls by a ten-thousandth of what the slope promises (Armijo);
 * undefined when none does.
 */
function searchLine(
  objective: Objective,
  point: Float64Array,
  value: number,
  gradient: Float64Array,
  direction: Float64Array,
  first: boolean,
): Place | undefined {
  const slope = dot(gradient, direction);
  let size = first ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
  for (let halving = 0; halving < 50; halving++, size /= 2) {
    const next = point.map((x, i) => x + size * direction[i]);
    const nextGradient = new Float64Array(point.length);
    const nextValue = objective(next, nextGradient);
    if (nextValue <= value + 1e-4 * size * slope)
      return { point: next, gradient: nextGradient, value: nextValue };
  }
  return undefined;
}

function remember(steps: Step[], point: Float64Array, gradient: Float64Array, next: Place): void {
  const s = next.point.map((x, i) => x - point[i]);
  const y = next.gradient.map((g, i) => g - gradient[i]);
  const curvature = dot(s, y);
  if (curvature <= 0) return;
  steps.push({ s, y, scale: 1 / curvature });
  if (steps.length > MEMORY) steps.shift();
}

function addScaled(target: Float64Array, scale: number, added: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i] += scale * added[i];
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}
