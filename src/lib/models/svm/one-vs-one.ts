import { solveDual } from "./solve-dual";

/**
 * The machine between two classes (indices into the sorted labels): decision = Σ coefficients
 * k(x_i, x) - rho; above 0 votes for `first`.
 */
export interface PairMachine {
  readonly first: number;
  readonly second: number;
  /** y a of the rows of `first`, then of the rows of `second`. */
  readonly coefficients: Float64Array;
  readonly rho: number;
}

/**
 * Training rows sorted by class: row numbers in class order, and where each class starts (one more
 * entry than classes).
 */
export interface ClassOrder {
  readonly labels: readonly string[];
  readonly order: readonly number[];
  readonly starts: readonly number[];
}

/** Orders rows by label, ascending; rows of a class keep their order, as in LIBSVM. */
export function orderByClass(labels: readonly string[]): ClassOrder {
  const names = [...new Set(labels)].sort();
  const rowsOf = names.map((name) => labels.flatMap((label, i) => (label === name ? [i] : [])));
  const starts = [0];
  for (const rows of rowsOf) starts.push(starts[starts.length - 1] + rows.length);
  return { labels: names, order: rowsOf.flat(), starts };
}

/** All pairs of `count` classes in LIBSVM's order: 0-1, 0-2, ..., 1-2, ... */
export function classPairs(count: number): [first: number, second: number][] {
  return Array.from({ length: count }, (_, a) => a).flatMap((a) =>
    Array.from({ length: count - a - 1 }, (_, b): [number, number] => [a, a + 1 + b]),
  );
}

/** The rows of two classes: their signs, and their kernel values. Serves every C. */
export interface PairProblem {
  readonly first: number;
  readonly second: number;
  readonly signs: Int8Array;
  readonly kernel: Float32Array;
}

/** Solves one pair; `costs` holds C times the class's weight, per class. */
export function solvePair(pair: PairProblem, costs: readonly number[], tolerance: number): PairMachine {
  const { first, second, signs, kernel } = pair;
  const rowCosts = Float64Array.from(signs, (sign) => costs[sign > 0 ? first : second]);
  return { first, second, ...solveDual({ kernel, signs, costs: rowCosts, tolerance }) };
}

/**
 * Decision values of held-out rows: one array per row, one value per pair.
 *
 * @param kernel m x n values of held-out rows against training rows in class order
 */
export function decide(
  kernel: Float64Array,
  heldOut: number,
  starts: readonly number[],
  machines: readonly PairMachine[],
): Float64Array[] {
  const count = starts[starts.length - 1];
  return Array.from({ length: heldOut }, (_, row) =>
    Float64Array.from(machines, (machine) => decideRow(kernel, row * count, starts, machine)),
  );
}

function decideRow(
  kernel: Float64Array,
  from: number,
  starts: readonly number[],
  machine: PairMachine,
): number {
  const { first, second, coefficients, rho } = machine;
  const firstSize = starts[first + 1] - starts[first];
  let sum = -rho;
  for (let i = 0; i < firstSize; i++) sum += coefficients[i] * kernel[from + starts[first] + i];
  const shift = from + starts[second] - firstSize;
  for (let i = firstSize; i < coefficients.length; i++) sum += coefficients[i] * kernel[shift + i];
  return sum;
}
