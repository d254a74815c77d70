import { dotProducts } from "../../numbers/dot-products";
import { packRows } from "../../numbers/packed-rows";
import type { HeldOutDecisions } from "../held-out-decisions";
import { type Kernel, kernelValues, squaredNorms } from "./kernel";
import { decisionsOf, toMachine } from "./machine";
import { decide, type PairMachine } from "./one-vs-one";
import type { SvmPoint } from "./svm-options";
import { TrainingSet } from "./training-set";
import { mostVoted, scoresByClass } from "./votes";

/**
 * Fits every point of a grid on the training rows and decides on the held-out rows; one result per
 * point. Dot products are computed once and kernel matrices once per gamma; every C and every pair
 * of classes shares them.
 */
export function gridDecisions(
  rows: readonly Float64Array[],
  labels: readonly string[],
  heldOut: readonly Float64Array[],
  points: readonly SvmPoint[],
): HeldOutDecisions[] {
  const training = new TrainingSet(rows, labels);
  const deciderOf = heldOutDeciders(training, heldOut);
  const out: HeldOutDecisions[] = new Array(points.length);
  for (const indices of sharingKernel(points)) {
    const kernel = training.kernel(points[indices[0]]);
    const pairs = training.pairs(kernel);
    const decide = deciderOf(kernel);
    for (const index of indices) {
      out[index] = summarise(training.labels, decide(training.solve(pairs, points[index])));
    }
  }
  return out;
}

/**
 * How to decide on the held-out rows under a kernel; an RBF kernel needs their products with all
 * training rows, just once.
 */
function heldOutDeciders(training: TrainingSet, heldOut: readonly Float64Array[]) {
  const packed = packRows(heldOut);
  const norms = squaredNorms(packed);
  let cross: Float64Array | undefined;
  return (kernel: Kernel) => {
    if (kernel.name === "linear") {
      return (pairs: readonly PairMachine[]) => decisionsOf(toMachine(training, kernel, pairs), heldOut);
    }
    cross ??= dotProducts(packed, training.rows);
    const values = kernelValues(kernel, cross, norms, training.norms);
    return (pairs: readonly PairMachine[]) => decide(values, heldOut.length, training.starts, pairs);
  };
}

/** Indices of the points, grouped by the kernel matrix that they share. */
function sharingKernel(points: readonly SvmPoint[]): Iterable<number[]> {
  const groups = new Map<string, number[]>();
  points.forEach(({ kernel, gamma }, index) => {
    const key = `${kernel} ${gamma}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  });
  return groups.values();
}

function summarise(labels: readonly string[], decisions: readonly Float64Array[]): HeldOutDecisions {
  return {
    labels,
    predicted: decisions.map((row) => labels[mostVoted(row, labels.length)]),
    scores: decisions.map((row) => scoresByClass(row, labels.length)),
    pairs: decisions,
  };
}
