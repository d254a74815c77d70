import { InputError } from "../../check";
import { dotProducts } from "../../numbers/dot-products";
import { type PackedRows, packRows } from "../../numbers/packed-rows";
import { classWeights } from "../class-weights";
import { type Kernel, kernelValues, scaleGamma, squaredNorms } from "./kernel";
import { bytesPerValue, kernelAmong, mostKernelBytes } from "./kernel-blocks";
import { classPairs, orderByClass, type PairMachine, type PairProblem, solvePair } from "./one-vs-one";
import type { SvmPoint } from "./svm-options";

/** What the solver's memory holds at most, as four-byte kernel values of two classes. */
const mostRowsOfPair = 32_000;

/**
 * Training rows in class order. Their dot products are computed once and shared by every C and
 * gamma, as long as they stay within a bound; beyond it each pair of classes computes its own, one
 * pair after the other. The values are the same.
 */
export class TrainingSet {
  /** Ascending. */
  readonly labels: readonly string[];
  /** Where each class starts among `rows`; one more entry than labels. */
  readonly starts: readonly number[];
  readonly rows: PackedRows;
  readonly norms: Float64Array;
  private readonly dots?: Float64Array;

  constructor(
    rows: readonly Float64Array[],
    labels: readonly string[],
    readonly mostBytes = mostKernelBytes,
  ) {
    const classes = orderByClass(labels);
    this.labels = classes.labels;
    this.starts = classes.starts;
    this.rows = packRows(classes.order.map((i) => rows[i]));
    this.norms = squaredNorms(this.rows);
    if (bytesPerValue * rows.length ** 2 <= mostBytes) this.dots = dotProducts(this.rows, this.rows);
  }

  /** The kernel with its gamma as a number. */
  kernel({ kernel, gamma }: Pick<SvmPoint, "kernel" | "gamma">): Kernel {
    if (kernel === "linear") return { name: "linear" };
    return { name: "rbf", gamma: gamma === "scale" ? scaleGamma(this.rows) : gamma };
  }

  /**
   * Solves the two-class problems under a kernel at the cost and class weights of each point; the
   * machines of each point.
   *
   * @throws InputError where two classes have more rows than a kernel machine can bear
   */
  solve(kernel: Kernel, points: readonly SvmPoint[]): PairMachine[][] {
    const solved = points.map((): PairMachine[] => []);
    const counts = this.labels.map((_, c) => this.starts[c + 1] - this.starts[c]);
    for (const pair of this.pairs(kernel))
      points.forEach(({ C, classWeight, tolerance }, i) => {
        const costs = classWeights(classWeight, this.labels, counts).map((weight) => C * weight);
        solved[i].push(solvePair(pair, costs, tolerance));
      });
    return solved;
  }

  /**
   * The two-class problems, one after the other, so that one table of a pair is there at a time.
   */
  private *pairs(kernel: Kernel): Generator<PairProblem> {
    const { count } = this.rows;
    const all = this.dots && kernelValues(kernel, this.dots, this.norms, this.norms);
    for (const [first, second] of classPairs(this.labels.length)) {
      const places = [...span(this.starts, first), ...span(this.starts, second)];
      if (places.length > mostRowsOfPair)
        throw new InputError(
          `${this.labels[first]} and ${this.labels[second]} have ${places.length} recordings together, a kernel machine takes ${mostRowsOfPair} at most; take lda or logistic`,
        );
      const firstSize = this.starts[first + 1] - this.starts[first];
      const signs = Int8Array.from(places, (_, i) => (i < firstSize ? 1 : -1));
      const values = all ? submatrix(all, count, places) : kernelAmong(kernel, this.rows, places);
      yield { first, second, signs, kernel: values };
    }
  }
}

function span(starts: readonly number[], c: number): number[] {
  return Array.from({ length: starts[c + 1] - starts[c] }, (_, i) => starts[c] + i);
}

/** The kernel values among some rows, in single precision. */
function submatrix(kernel: Float64Array, count: number, rows: readonly number[]): Float32Array {
  const size = rows.length;
  const out = new Float32Array(size * size);
  for (let i = 0; i < size; i++) {
    const from = rows[i] * count;
    for (let j = 0; j < size; j++) out[i * size + j] = kernel[from + rows[j]];
  }
  return out;
}
