import { checkPositive, InputError } from "../check";
import { checkOptions } from "./check-options";
import { checkRows, checkTraining } from "./check-rows";
import { type ClassWeight, classWeights } from "./class-weights";
import type { Classifier, ClassifierState, Prediction } from "./classifier";
import { minimise, type Objective } from "./lbfgs";
import { rowSpace } from "./row-space";
import { softmax } from "./sharpness";

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
    const { data, columns } = coordinates;
    const found = minimise(
      this.objective(data, columns, labels),
      new Float64Array(this.labels.length * (columns + 1)),
      { tolerance: GRADIENT_PER_ROW * rows.length },
    );
    const width = columns + 1;
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

  /** Loss and gradient over rows x columns numbers, row-major; a weight vector is labels x (columns + 1). */
  private objective(data: Float64Array, columns: number, labels: readonly string[]): Objective {
    const width = columns + 1;
    const count = this.labels.length;
    const firstFree = count === 2 ? 1 : 0;
    const targets = labels.map((label) => this.labels.indexOf(label));
    const counts = this.labels.map((_, c) => targets.filter((target) => target === c).length);
    const costs = classWeights(this.classWeight, this.labels, counts);
    const scores = new Float64Array(count);
    return (weights, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (let i = 0; i < targets.length; i++) {
        for (let c = 0; c < count; c++) scores[c] = scoreOf(data, i * columns, weights, c * width, columns);
        const probabilities = softmax(scores);
        const cost = costs[targets[i]];
        loss -= cost * Math.log(Math.max(probabilities[targets[i]], Number.MIN_VALUE));
        for (let c = firstFree; c < count; c++) {
          const error = cost * (probabilities[c] - Number(targets[i] === c));
          addRow(gradient, c * width, data, i * columns, columns, error);
        }
      }
      return loss + this.penalty(weights, gradient, columns);
    };
  }

  /** |W|² / (2 C) without the intercepts; its gradient is added. */
  private penalty(weights: Float64Array, gradient: Float64Array, columns: number): number {
    let squares = 0;
    for (let i = 0; i < weights.length; i++) {
      if (i % (columns + 1) === columns) continue;
      squares += weights[i] ** 2;
      gradient[i] += weights[i] / this.C;
    }
    return squares / (2 * this.C);
  }

  private scores(row: Float64Array): number[] {
    const width = this.columns + 1;
    return this.labels.map((_, c) => scoreOf(row, 0, this.weights, c * width, this.columns));
  }
}

/** The weights from `at` on times a row's numbers from `from` on, plus the intercept that follows them. */
function scoreOf(
  data: Float64Array,
  from: number,
  weights: Float64Array,
  at: number,
  columns: number,
): number {
  let sum = weights[at + columns];
  for (let k = 0; k < columns; k++) sum += weights[at + k] * data[from + k];
  return sum;
}

/** Adds a row times its error to the gradient of a label; the intercept's own comes after. */
function addRow(
  gradient: Float64Array,
  at: number,
  data: Float64Array,
  from: number,
  columns: number,
  error: number,
): void {
  for (let k = 0; k < columns; k++) gradient[at + k] += error * data[from + k];
  gradient[at + columns] += error;
}
