import { minimise } from "../../numbers/lbfgs";
import { type ClassWeight, classWeights } from "../class-weights";
import { LogisticLoss } from "./logistic-loss";
import { rowSpace } from "./row-space";

/** One choice of options, every default filled in. */
export interface LogisticPoint {
  /** Inverse strength of the penalty. */
  readonly C: number;
  readonly classWeight: ClassWeight;
}

/** The minimum at one point: where the search at the next may start. */
export interface LogisticSolution {
  /** In the coordinates of the problem. */
  readonly found: Float64Array;
  /** Labels x (columns + 1), row-major; the intercept is last. */
  readonly weights: Float64Array;
}

/**
 * Up to this many rows a search is a matter of milliseconds: it starts from nothing and goes on to
 * the last digits.
 */
const FEW_ROWS = 512;

/**
 * The search ends when no part of the gradient is larger than this, per row: of few rows, and of
 * many. scikit-learn's `tol` is 1e-4.
 */
const [ofFew, ofMany] = [1e-7, 1e-5];

/**
 * Logistic regression on the same rows at several points: they share the rows' coordinates, and
 * with many rows a solution is where the next search starts.
 */
export class LogisticProblem {
  /** Ascending. */
  readonly labels: readonly string[];
  private readonly weightsOf: (inCoordinates: Float64Array) => Float64Array;
  private readonly loss: LogisticLoss;
  private readonly counts: number[];

  constructor(
    private readonly rows: readonly Float64Array[],
    labels: readonly string[],
  ) {
    this.labels = [...new Set(labels)].sort();
    const place = new Map(this.labels.map((label, c) => [label, c]));
    const targets = Int32Array.from(labels, (label) => place.get(label)!);
    this.counts = this.labels.map(() => 0);
    for (const target of targets) this.counts[target]++;
    const { coordinates, weightsOf } = rowSpace(rows);
    this.weightsOf = weightsOf;
    this.loss = new LogisticLoss(coordinates, targets, this.labels.length);
  }

  /**
   * @param near a solution at another point, to start from
   */
  solve({ C, classWeight }: LogisticPoint, near?: LogisticSolution): LogisticSolution {
    const { loss, labels, rows, counts } = this;
    const costs = classWeights(classWeight, labels, counts);
    const hasFewRows = rows.length <= FEW_ROWS;
    const start = (!hasFewRows && near?.found) || new Float64Array(labels.length * loss.width);
    const tolerance = (hasFewRows ? ofFew : ofMany) * rows.length;
    const found = minimise(loss.objective(C, costs), start, { tolerance });
    return { found, weights: this.onColumns(found) };
  }

  private onColumns(found: Float64Array): Float64Array {
    const { width, classes } = this.loss;
    const columns = this.rows[0].length;
    const out = new Float64Array(classes * (columns + 1));
    for (let c = 0; c < classes; c++) {
      const end = (c + 1) * width - 1;
      out.set(this.weightsOf(found.subarray(c * width, end)), c * (columns + 1));
      out[(c + 1) * (columns + 1) - 1] = found[end];
    }
    return out;
  }
}
