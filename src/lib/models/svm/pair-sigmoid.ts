/**
 * How a pair's decision becomes the probability of its first class: 1 / (1 + exp(-(slope squeeze(d)
 * + shift))).
 */
export interface PairSigmoid {
  readonly slope: number;
  readonly shift: number;
}

/**
 * Before calibration, and for pairs of which nothing was held out: a decision of 1, the margin,
 * gives .85.
 */
export const uncalibrated: PairSigmoid = { slope: 2, shift: 0 };

/**
 * Decisions far beyond the margin (140 was seen) count by their logarithm, so that their odds are a
 * power of the distance: no recording gets a probability of 0 or 1, and two foreign recordings get
 * different ones. Inside the margin it is nearly the decision itself.
 */
function squeeze(decision: number): number {
  return Math.asinh(decision);
}

/** The probability of the pair's first class. */
export function probabilityOfFirst({ slope, shift }: PairSigmoid, decision: number): number {
  return 1 / (1 + Math.exp(-(slope * squeeze(decision) + shift)));
}

/** A decision on a held-out row of one of the pair's classes. */
export interface PairDecision {
  readonly decision: number;
  readonly isFirst: boolean;
}

/** The curvature is never taken for less: rows of one class alone give nearly none. */
const leastCurvature = 1e-12;

/**
 * Platt's sigmoid (1999) by Newton's method with halved steps, as Lin, Lin and Weng (2007, "A note
 * on Platt's probabilistic outputs"): maximum likelihood with targets that are held back from 0 and
 * 1 by a row of each class.
 *
 * @returns `uncalibrated` where one of the classes has no row
 */
export function fitPairSigmoid(heldOut: readonly PairDecision[]): PairSigmoid {
  const firsts = heldOut.filter(({ isFirst }) => isFirst).length;
  const seconds = heldOut.length - firsts;
  if (firsts === 0 || seconds === 0) return uncalibrated;
  const rows = heldOut.map(({ decision, isFirst }) => ({
    x: squeeze(decision),
    target: isFirst ? (firsts + 1) / (firsts + 2) : 1 / (seconds + 2),
  }));
  let sigmoid: PairSigmoid = { slope: 0, shift: Math.log((firsts + 1) / (seconds + 1)) };
  for (let step = 0; step < 100; step++) {
    const next = newtonStep(rows, sigmoid);
    if (!next) break;
    sigmoid = next;
  }
  return sigmoid;
}

interface TargetRow {
  readonly x: number;
  readonly target: number;
}

/** One step downhill; nothing where the slope is flat. */
function newtonStep(rows: readonly TargetRow[], { slope, shift }: PairSigmoid): PairSigmoid | undefined {
  let [bySlope, byShift] = [0, 0];
  let [slopeSlope, slopeShift, shiftShift] = [leastCurvature, 0, leastCurvature];
  for (const { x, target } of rows) {
    const p = 1 / (1 + Math.exp(-(slope * x + shift)));
    const weight = p * (1 - p);
    bySlope += (p - target) * x;
    byShift += p - target;
    slopeSlope += weight * x * x;
    slopeShift += weight * x;
    shiftShift += weight;
  }
  if (Math.abs(bySlope) < 1e-9 && Math.abs(byShift) < 1e-9) return undefined;
  const determinant = slopeSlope * shiftShift - slopeShift * slopeShift;
  const slopeStep = (slopeShift * byShift - shiftShift * bySlope) / determinant;
  const shiftStep = (slopeShift * bySlope - slopeSlope * byShift) / determinant;
  const before = logLoss(rows, { slope, shift });
  for (let part = 1; part > 1e-10; part /= 2) {
    const next = { slope: slope + part * slopeStep, shift: shift + part * shiftStep };
    if (logLoss(rows, next) < before) return next;
  }
  return undefined;
}

function logLoss(rows: readonly TargetRow[], { slope, shift }: PairSigmoid): number {
  let loss = 0;
  for (const { x, target } of rows) {
    const logit = slope * x + shift;
    // log(1 + exp(-logit)) without overflow on either side
    loss += Math.max(0, -logit) + Math.log1p(Math.exp(-Math.abs(logit))) + (1 - target) * logit;
  }
  return loss;
}
