import { checkPositive, InputError } from "../../check";
import { dotProducts } from "../../numbers/dot-products";
import { minimise, type Objective } from "../../numbers/lbfgs";
import { type PackedRows, packRows } from "../../numbers/packed-rows";
import { softmax } from "../../numbers/softmax";
import { checkOptions } from "../check-options";
import { checkRows, checkTraining } from "../check-rows";
import { type ClassWeight, classWeights } from "../class-weights";
import type { Classifier, ClassifierState, Prediction } from "../classifier";
import { rowSpace } from "./row-space";

/** The search for the minimum ends when no part of the gradient is larger than this, per row. */
const GRADIENT_PER_ROW = 1e-7;

export interface LogisticOptions {
  /** Inverse strength of the L2 penalty; default 1. */
  readonly C?: number;
  /** How errors on a class count; default: all alike. */
  readonly classWeight?: ClassWeight;
}

/**
 * Multinomial logistic regression with an L2 penalty on all weights but the intercepts: minimises
 * Σ weight · -ln p(label) + |W|² / (2 C), the objective of scikit-learn's `LogisticRegression`. Two labels have one weight
 * vector (as there), more have one each.
 *
 * @example await new Logistic({ C: 0.1 }).fit(rows, labels)
 */
export class Logistic implements Classifier<Float64Array> {
  labels: readonly string[] = [];
  private readonly C: number;
  private readonly classWeight: ClassWeight;
  private columns = 0;
  /** Labels x (columns + 1), row-major; the intercept is last. For two labels the first row is 0. */
  private weights: Float64Array = new Float64Array(0);

  constructor(options: LogisticOptions = {}) {
    checkOptions("logistic", options, ["C", "classWeight"]);
    this.C = options.C ?? 1;
    this.classWeight = options.classWeight;
    checkPositive("C", this.C, "inverse penalty");
  }

  async fit(rows: readonly Float64Array[], labels: readonly string[]): Promise<this> {
    checkTraining(rows, labels);
    this.labels = [...new Set(labels)].sort();
    if (this.labels.length < 2) {
      throw new InputError(`logistic needs at least two labels, all ${rows.length} rows are "${labels[0]}"`);
    }
    this.columns = rows[0].length;
    const { coordinates, weightsOf } = rowSpace(rows);
    const width = coordinates.columns + 1;
    const start = new Float64Array(this.labels.length * width);
    const tolerance = GRADIENT_PER_ROW * rows.length;
    const found = minimise(this.objective(withOnes(coordinates), labels), start, { tolerance });
    const perLabel = this.labels.flatMap((_, c) => [
      ...weightsOf(found.subarray(c * width, (c + 1) * width - 1)),
      found[(c + 1) * width - 1],
    ]);
    this.weights = Float64Array.from(perLabel);
    return this;
  }

  async predict(rows: readonly Float64Array[]): Promise<Prediction[]> {
    checkRows(rows, this.columns);
    return rows.map((row) => {
      const probabilities = softmax(this.scores(row));
      return { label: this.labels[probabilities.indexOf(Math.max(...probabilities))], probabilities };
    });
  }

  save(): ClassifierState {
    const shape = [this.labels.length, this.columns + 1];
    return {
      model: "logistic",
      labels: this.labels,
      settings: { C: this.C, classWeight: this.classWeight },
      weights: { weights: { shape, values: this.weights } },
    };
  }

  static restore({ labels, settings, weights }: ClassifierState): Logistic {
    const model = new Logistic(settings);
    model.labels = labels;
    model.columns = weights.weights.shape[1] - 1;
    model.weights = Float64Array.from(weights.weights.values);
    return model;
  }

  /** Loss and gradient over rows that end in a 1; weights and gradient are labels x columns. */
  private objective(rows: PackedRows, labels: readonly string[]): Objective {
    const targets = labels.map((label) => this.labels.indexOf(label));
    const counts = this.labels.map((_, c) => targets.filter((target) => target === c).length);
    const costs = classWeights(this.classWeight, this.labels, counts);
    const [count, columns] = [this.labels.length, rows.columns];
    const byColumn = transpose(rows);
    const errors = { count, columns: rows.count, data: new Float64Array(count * rows.count) };
    return (weights, gradient) => {
      const scores = dotProducts(rows, { count, columns, data: weights });
      let loss = 0;
      for (let i = 0; i < rows.count; i++) {
        const probabilities = softmax(scores.subarray(i * count, (i + 1) * count));
        const [target, cost] = [targets[i], costs[targets[i]]];
        loss -= cost * Math.log(Math.max(probabilities[target], Number.MIN_VALUE));
        for (let c = 0; c < count; c++) {
          errors.data[c * rows.count + i] = cost * (probabilities[c] - Number(target === c));
        }
      }
      gradient.set(dotProducts(errors, byColumn));
      if (count === 2) gradient.fill(0, 0, columns);
      return loss + this.penalty(weights, gradient, columns);
    };
  }

  /** |W|² / (2 C) without the intercepts, the last column; its gradient is added. */
  private penalty(weights: Float64Array, gradient: Float64Array, columns: number): number {
    let squares = 0;
    for (let i = 0; i < weights.length; i++) {
      if ((i + 1) % columns === 0) continue;
      squares += weights[i] ** 2;
      gradient[i] += weights[i] / this.C;
    }
    return squares / (2 * this.C);
  }

  private scores(row: Float64Array): number[] {
    const width = this.columns + 1;
    return this.labels.map((_, c) => {
      let sum = this.weights[c * width + this.columns];
      for (let k = 0; k < this.columns; k++) sum += this.weights[c * width + k] * row[k];
      return sum;
    });
  }
}

/** The rows with a last column of ones, which the intercepts go with. */
function withOnes({ count, columns, data }: PackedRows): PackedRows {
  return packRows(
    Array.from({ length: count }, (_, i) =>
      Float64Array.of(...data.subarray(i * columns, (i + 1) * columns), 1),
    ),
  );
}

function transpose({ count, columns, data }: PackedRows): PackedRows {
  const out = new Float64Array(data.length);
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < columns; k++) out[k * count + i] = data[i * columns + k];
  }
  return { count: columns, columns: count, data: out };
}
