import { dotProducts } from "../../numbers/dot-products";
import { type PackedRows, packRows } from "../../numbers/packed-rows";
import { classWeights } from "../class-weights";
import { type Kernel, kernelValues, scaleGamma, squaredNorms } from "./kernel";
import { orderByClass, type PairMachine, type PairProblem, pairProblems, solvePair } from "./one-vs-one";
import type { SvmPoint } from "./svm-options";

/**
 * Training rows in class order with their dot products: computed once, shared by every C and gamma.
 */
export class TrainingSet {
  /** Ascending. */
  readonly labels: readonly string[];
  /** Where each class starts among `rows`; one more entry than labels. */
  readonly starts: readonly number[];
  readonly rows: PackedRows;
  readonly norms: Float64Array;
  private readonly dots: Float64Array;

  constructor(rows: readonly Float64Array[], labels: readonly string[]) {
    const classes = orderByClass(labels);
    this.labels = classes.labels;
    this.starts = classes.starts;
    this.rows = packRows(classes.order.map((i) => rows[i]));
    this.norms = squaredNorms(this.rows);
    this.dots = dotProducts(this.rows, this.rows);
  }

  /** The kernel with its gamma as a number. */
  kernel({ kernel, gamma }: Pick<SvmPoint, "kernel" | "gamma">): Kernel {
    if (kernel === "linear") return { name: "linear" };
    return { name: "rbf", gamma: gamma === "scale" ? scaleGamma(this.rows) : gamma };
  }

  /** The two-class problems under a kernel. */
  pairs(kernel: Kernel): PairProblem[] {
    return pairProblems(kernelValues(kernel, this.dots, this.norms, this.norms), this.starts);
  }

  /** Solves the two-class problems at the cost and class weights of a point. */
  solve(pairs: readonly PairProblem[], { C, classWeight, tolerance }: SvmPoint): PairMachine[] {
    const counts = this.labels.map((_, c) => this.starts[c + 1] - this.starts[c]);
    const costs = classWeights(classWeight, this.labels, counts).map((weight) => C * weight);
    return pairs.map((pair) => solvePair(pair, costs, tolerance));
  }
}
