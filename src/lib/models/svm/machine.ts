import { dotProducts } from "../../numbers/dot-products";
import { type PackedRows, packRows } from "../../numbers/packed-rows";
import { type Kernel, kernelValues, squaredNorms } from "./kernel";
import { rowBlocks } from "./kernel-blocks";
import type { PairMachine } from "./one-vs-one";
import type { TrainingSet } from "./training-set";

/**
 * All two-class machines of a fit: decision p of row x is Σ_s coefficients[p][s] k(support_s, x) -
 * offsets[p].
 */
export interface Machine {
  readonly kernel: Kernel;
  readonly support: PackedRows;
  /** Pairs x support rows, row-major. */
  readonly coefficients: Float64Array;
  /** LIBSVM's rho, per pair. */
  readonly offsets: Float64Array;
}

/**
 * Keeps of solved pairs what deciding needs: the support rows, or one weight vector per pair for
 * the linear kernel.
 */
export function toMachine(training: TrainingSet, kernel: Kernel, pairs: readonly PairMachine[]): Machine {
  const dense = denseCoefficients(pairs, training);
  const offsets = Float64Array.from(pairs, ({ rho }) => rho);
  const kept =
    kernel.name === "linear" ? asWeights(dense, training.rows) : withoutZeros(dense, training.rows);
  return { kernel, offsets, ...kept };
}

/** Decisions of each row, one per pair. */
export function decisionsOf(machine: Machine, rows: readonly Float64Array[]): Float64Array[] {
  return rowBlocks(rows, machine.support.count).flatMap((block) => decideBlock(machine, block));
}

function decideBlock(machine: Machine, rows: readonly Float64Array[]): Float64Array[] {
  const { kernel, support, coefficients, offsets } = machine;
  const packed = packRows(rows);
  const dots = dotProducts(packed, support);
  const values = kernelValues(kernel, dots, squaredNorms(packed), squaredNorms(support));
  return rows.map((_, row) =>
    offsets.map((rho, pair) => {
      let sum = -rho;
      for (let s = 0; s < support.count; s++) {
        sum += coefficients[pair * support.count + s] * values[row * support.count + s];
      }
      return sum;
    }),
  );
}

/** Per pair, a coefficient for every training row: 0 for those of other classes. */
function denseCoefficients(pairs: readonly PairMachine[], { starts, rows }: TrainingSet): Float64Array[] {
  return pairs.map(({ first, second, coefficients }) => {
    const dense = new Float64Array(rows.count);
    const firstSize = starts[first + 1] - starts[first];
    dense.set(coefficients.subarray(0, firstSize), starts[first]);
    dense.set(coefficients.subarray(firstSize), starts[second]);
    return dense;
  });
}

/**
 * Linear machines as one weight vector per pair: "support rows" of which each pair takes its own,
 * once.
 */
function asWeights(
  dense: readonly Float64Array[],
  rows: PackedRows,
): Pick<Machine, "support" | "coefficients"> {
  const weights = dense.map((coefficients) => {
    const sum = new Float64Array(rows.columns);
    coefficients.forEach((coefficient, i) => {
      if (coefficient === 0) return;
      for (let k = 0; k < rows.columns; k++) sum[k] += coefficient * rows.data[i * rows.columns + k];
    });
    return sum;
  });
  const identity = new Float64Array(dense.length ** 2);
  for (let pair = 0; pair < dense.length; pair++) identity[pair * (dense.length + 1)] = 1;
  return { support: packRows(weights), coefficients: identity };
}

function withoutZeros(
  dense: readonly Float64Array[],
  { count, columns, data }: PackedRows,
): Pick<Machine, "support" | "coefficients"> {
  const kept = Array.from({ length: count }, (_, i) => i).filter((i) => dense.some((pair) => pair[i] !== 0));
  const support = packRows(kept.map((i) => data.subarray(i * columns, (i + 1) * columns)));
  return { support, coefficients: Float64Array.from(dense.flatMap((pair) => kept.map((i) => pair[i]))) };
}
