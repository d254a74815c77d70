import { mirror } from "../../numbers/dot-products";
import type { PackedRows } from "../../numbers/packed-rows";

/** A kernel of `SupportVectorClassifier`: x·y, or exp(-gamma |x - y|²). */
export type Kernel = { readonly name: "linear" } | { readonly name: "rbf"; readonly gamma: number };

/** Squared length of each row. */
export function squaredNorms({ count, columns, data }: PackedRows): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => {
    let sum = 0;
    for (let k = i * columns; k < (i + 1) * columns; k++) sum += data[k] * data[k];
    return sum;
  });
}

/**
 * Kernel values from dot products (`normsA.length` x `normsB.length`), as LIBSVM computes them:
 * |x - y|² = x·x + y·y - 2 x·y, so that one table of dot products serves every gamma.
 */
export function kernelValues(
  kernel: Kernel,
  dots: Float64Array,
  normsA: Float64Array,
  normsB: Float64Array,
): Float64Array {
  if (kernel.name === "linear") return dots;
  const { gamma } = kernel;
  const symmetric = normsA === normsB;
  const columns = normsB.length;
  const out = new Float64Array(dots.length);
  for (let i = 0; i < normsA.length; i++) {
    for (let j = symmetric ? i : 0; j < columns; j++) {
      out[i * columns + j] = Math.exp(-gamma * (normsA[i] + normsB[j] - 2 * dots[i * columns + j]));
    }
  }
  if (symmetric) mirror(out, columns);
  return out;
}

/**
 * scikit-learn's gamma="scale": 1 / (columns x population variance of all values); 1 where nothing
 * varies.
 */
export function scaleGamma({ count, columns, data }: PackedRows): number {
  let sum = 0;
  for (const value of data) sum += value;
  const mean = sum / (count * columns);
  let squares = 0;
  for (const value of data) squares += (value - mean) ** 2;
  return squares === 0 ? 1 : (count * columns) / (columns * squares);
}
