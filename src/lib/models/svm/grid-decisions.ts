import { dotProducts } from "../../numbers/dot-products";
import { type PackedRows, packRows } from "../../numbers/packed-rows";
import type { HeldOutDecisions } from "../held-out-decisions";
import { type Kernel, kernelValues, squaredNorms } from "./kernel";
import { rowBlocks } from "./kernel-blocks";
import { decisionsOf, toMachine } from "./machine";
import { decide, type PairMachine } from "./one-vs-one";
import type { SvmPoint } from "./svm-options";
import { TrainingSet } from "./training-set";
import { mostVoted, scoresByClass } from "./votes";

/**
 * Fits every point of a grid on the training rows and decides on the held-out rows; one result per
 * point. Dot products are computed once and kernel matrices once per gamma; every C and every pair
 * of classes shares them.
 *
 * @param mostBytes of kernel values that are kept; default 1 GB, beyond it they are computed in
 *   parts
 */
export function gridDecisions(
  rows: readonly Float64Array[],
  labels: readonly string[],
  heldOut: readonly Float64Array[],
  points: readonly SvmPoint[],
  mostBytes?: number,
): HeldOutDecisions[] {
  const training = new TrainingSet(rows, labels, mostBytes);
  const deciderOf = heldOutDeciders(training, heldOut);
  const out: HeldOutDecisions[] = new Array(points.length);
  for (const indices of sharingKernel(points)) {
    const kernel = training.kernel(points[indices[0]]);
    const decide = deciderOf(kernel);
    const sharing = indices.map((index) => points[index]);
    training.solve(kernel, sharing).forEach((pairs, i) => {
      out[indices[i]] = summarise(training.labels, decide(pairs));
    });
  }
  return out;
}

/**
 * How to decide on the held-out rows under a kernel; an RBF kernel needs their products with all
 * training rows, just once where they may be kept.
 */
function heldOutDeciders(training: TrainingSet, heldOut: readonly Float64Array[]) {
  const blocks = rowBlocks(heldOut, training.rows.count, training.mostBytes).map((rows) => packRows(rows));
  let cross: Float64Array | undefined;
  const dotsOf = (block: PackedRows) => {
    if (blocks.length > 1) return dotProducts(block, training.rows);
    cross ??= dotProducts(block, training.rows);
    return cross;
  };
  return (kernel: Kernel) => {
    if (kernel.name === "linear") {
      return (pairs: readonly PairMachine[]) => decisionsOf(toMachine(training, kernel, pairs), heldOut);
    }
    const valuesOf = (block: PackedRows) =>
      kernelValues(kernel, dotsOf(block), squaredNorms(block), training.norms);
    const kept = blocks.length === 1 ? valuesOf(blocks[0]) : undefined;
    return (pairs: readonly PairMachine[]) =>
      blocks.flatMap((block) => decide(kept ?? valuesOf(block), block.count, training.starts, pairs));
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
