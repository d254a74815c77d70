import { checkPositive, InputError } from "../../check";
import { softmax } from "../../numbers/softmax";
import { checkOptions } from "../check-options";
import { checkRows, checkTraining } from "../check-rows";
import type { ClassWeight } from "../class-weights";
import type { Classifier, ClassifierState, Prediction } from "../classifier";
import type { HeldOutDecisions } from "../held-out-decisions";
import { type LogisticPoint, LogisticProblem, type LogisticSolution } from "./logistic-problem";

export interface LogisticOptions {
  /** Inverse strength of the L2 penalty; default 1. */
  readonly C?: number;
  /** How errors on a class count; default: all alike. */
  readonly classWeight?: ClassWeight;
}

/**
 * Multinomial logistic regression with an L2 penalty on all weights but the intercepts: minimises Σ
 * weight · -ln p(label) + |W|² / (2 C), the objective of scikit-learn's `LogisticRegression`. Two
 * labels have one weight vector (as there), more have one each.
 *
 * @example await new Logistic({ C: 0.1 }).fit(rows, labels)
 */
export class Logistic implements Classifier<Float64Array> {
  labels: readonly string[] = [];
  private readonly point: LogisticPoint;
  private columns = 0;
  /**
   * Labels x (columns + 1), row-major; the intercept is last. For two labels the first row is 0.
   */
  private weights: Float64Array = new Float64Array(0);

  constructor(options: LogisticOptions = {}) {
    this.point = pointOf(options);
  }

  async fit(rows: readonly Float64Array[], labels: readonly string[]): Promise<this> {
    checkTraining(rows, labels);
    const problem = new LogisticProblem(rows, labels);
    if (problem.labels.length < 2) {
      throw new InputError(`logistic needs at least two labels, all ${rows.length} rows are "${labels[0]}"`);
    }
    this.labels = problem.labels;
    this.columns = rows[0].length;
    this.weights = problem.solve(this.point).weights;
    return this;
  }

  async predict(rows: readonly Float64Array[]): Promise<Prediction[]> {
    checkRows(rows, this.columns);
    return probabilitiesOf(rows, this.weights, this.labels.length).map((probabilities) => ({
      label: this.labels[probabilities.indexOf(Math.max(...probabilities))],
      probabilities,
    }));
  }

  save(): ClassifierState {
    const shape = [this.labels.length, this.columns + 1];
    return {
      model: "logistic",
      labels: this.labels,
      settings: { ...this.point },
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
}

function pointOf(options: LogisticOptions): LogisticPoint {
  checkOptions("logistic", options, ["C", "classWeight"]);
  const { C = 1, classWeight } = options;
  checkPositive("C", C, "inverse penalty");
  return { C, classWeight };
}

/**
 * Decisions of every point on held-out rows; each search starts where the one before ended, from
 * the strongest penalty on.
 */
export function decideLogistics(
  rows: readonly Float64Array[],
  labels: readonly string[],
  heldOut: readonly Float64Array[],
  options: readonly LogisticOptions[],
): HeldOutDecisions[] {
  checkTraining(rows, labels);
  const points = options.map(pointOf);
  const problem = new LogisticProblem(rows, labels);
  const out = new Array<HeldOutDecisions>(points.length);
  let near: LogisticSolution | undefined;
  for (const p of [...points.keys()].sort((a, b) => points[a].C - points[b].C)) {
    near = problem.solve(points[p], near);
    const scores = probabilitiesOf(heldOut, near.weights, problem.labels.length);
    const predicted = scores.map((row) => problem.labels[row.indexOf(Math.max(...row))]);
    out[p] = { labels: problem.labels, scores, predicted };
  }
  return out;
}

/** Rows x labels. */
function probabilitiesOf(rows: readonly Float64Array[], weights: Float64Array, labels: number): number[][] {
  const width = weights.length / labels;
  return rows.map((row) => softmax(Array.from({ length: labels }, (_, c) => score(row, weights, c * width))));
}

function score(row: Float64Array, weights: Float64Array, from: number): number {
  let sum = weights[from + row.length];
  for (let k = 0; k < row.length; k++) sum += weights[from + k] * row[k];
  return sum;
}
