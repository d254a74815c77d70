import type { Objective } from "../../numbers/lbfgs";
import {
  MatrixWorkspace,
  paddedColumns,
  paddedStride,
  rowMajor,
  transposed,
} from "../../numbers/matrix-workspace";
import type { PackedRows } from "../../numbers/packed-rows";

/** Rows whose scores and slopes are worked out while they are in the processor's cache. */
const BLOCK_ROWS = 128;

/**
 * The loss of multinomial logistic regression on rows that end in a 1: Σ cost · -ln p(label) + |W|²
 * / (2 C) without the intercepts, the last column. The rows are copied once; every C and every
 * start shares them.
 */
export class LogisticLoss {
  /** Weights of one class, the intercept with them. */
  readonly width: number;
  private readonly space = new MatrixWorkspace();
  private readonly stride: number;
  /** Classes, filled up to what the kernel takes. */
  private readonly lanes: number;
  private readonly rows: Float64Array;
  private readonly weights: Float64Array;
  private readonly scores: Float64Array;
  private readonly slopes: Float64Array;

  /**
   * @param targets class of each row, from 0
   */
  constructor(
    coordinates: PackedRows,
    private readonly targets: Int32Array,
    readonly classes: number,
  ) {
    const { count, columns, data } = coordinates;
    this.width = columns + 1;
    this.stride = paddedStride(this.width);
    this.lanes = paddedColumns(classes);
    const lengths = [count * this.stride, this.width * this.lanes, BLOCK_ROWS * this.lanes];
    [this.rows, this.weights, this.scores, this.slopes] = this.space.lay([
      ...lengths,
      this.lanes * this.stride,
    ]);
    for (let i = 0; i < count; i++) {
      this.rows.set(data.subarray(i * columns, (i + 1) * columns), i * this.stride);
      this.rows[i * this.stride + columns] = 1;
    }
  }

  /** Loss and gradient at weights, classes x width; of two classes the first keeps weights of 0. */
  objective(C: number, costs: readonly number[]): Objective {
    const { classes, width, stride } = this;
    return (weights, gradient) => {
      this.place(weights);
      const loss = this.sumOverRows(costs);
      for (let c = 0; c < classes; c++)
        gradient.set(this.slopes.subarray(c * stride, c * stride + width), c * width);
      if (classes === 2) gradient.fill(0, 0, width);
      return loss + penalty(weights, gradient, width, C);
    };
  }

  /** Weights column by column, so that the classes of a column follow one another. */
  private place(weights: Float64Array): void {
    for (let c = 0; c < this.classes; c++) {
      for (let k = 0; k < this.width; k++) this.weights[k * this.lanes + c] = weights[c * this.width + k];
    }
  }

  /** The loss over all rows; leaves its slopes by weights in `slopes`. */
  private sumOverRows(costs: readonly number[]): number {
    const { space, rows, weights, scores, slopes, targets, lanes, stride, width, classes } = this;
    slopes.fill(0);
    let loss = 0;
    for (let from = 0; from < targets.length; from += BLOCK_ROWS) {
      const count = Math.min(BLOCK_ROWS, targets.length - from);
      const [block, table] = [rowMajor(rows, stride, from * stride), rowMajor(scores, lanes)];
      scores.fill(0);
      space.multiplyAdd(block, rowMajor(weights, lanes), table, {
        rows: count,
        columns: classes,
        depth: width,
      });
      for (let i = 0; i < count; i++) {
        const target = targets[from + i];
        loss -= costs[target] * toSlopes(scores, i * lanes, classes, target, costs[target]);
      }
      const size = { rows: classes, columns: width, depth: count };
      space.multiplyAdd(transposed(table), block, rowMajor(slopes, stride), size);
    }
    return loss;
  }
}

/**
 * Turns the scores of a row into the slopes of its loss by them; gives the logarithm of the
 * probability of the target.
 */
function toSlopes(scores: Float64Array, from: number, classes: number, target: number, cost: number): number {
  let largest = -Infinity;
  for (let c = from; c < from + classes; c++) if (scores[c] > largest) largest = scores[c];
  let sum = 0;
  for (let c = from; c < from + classes; c++) {
    const power = Math.exp(scores[c] - largest);
    scores[c] = power;
    sum += power;
  }
  const ofTarget = scores[from + target] / sum;
  for (let c = 0; c < classes; c++) scores[from + c] = cost * (scores[from + c] / sum - Number(target === c));
  return Math.log(Math.max(ofTarget, Number.MIN_VALUE));
}

/** |W|² / (2 C) without the intercepts; its gradient is added. */
function penalty(weights: Float64Array, gradient: Float64Array, width: number, C: number): number {
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    if ((i + 1) % width === 0) continue;
    squares += weights[i] ** 2;
    gradient[i] += weights[i] / C;
  }
  return squares / (2 * C);
}
