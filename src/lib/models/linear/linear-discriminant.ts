import { InputError } from "../../check";
import { dotProducts } from "../../numbers/dot-products";
import { type PackedRows, packRows } from "../../numbers/packed-rows";
import { softmax } from "../../numbers/softmax";
import { checkOptions } from "../check-options";
import { checkRows, checkTraining } from "../check-rows";
import type { Classifier, ClassifierState, Prediction } from "../classifier";
import type { Calibratable, HeldOutDecisions, JudgedDecisions } from "../held-out-decisions";
import { fitTemperature } from "../temperature-scaling";
import { discriminants } from "./discriminants";
import { scatterWithin } from "./scatter-within";

export interface DiscriminantOptions {
  /**
   * Part of the covariance that gives way to a multiple of the identity with the same trace, above
   * 0 and below 1; default 0.5.
   */
  readonly shrinkage?: number;
}

/**
 * Linear discriminant analysis with a shrunk covariance (Friedman 1989), for rows with more columns
 * than there are recordings: the directions in which recordings of one label differ (speakers,
 * texts) count less. All labels are taken for equally likely, which suits UAR. Decisions as
 * scikit-learn's `LinearDiscriminantAnalysis(solver="eigen", shrinkage, priors=equal)` on as many
 * rows of each label; with other numbers the covariance here is that of all rows. Where no row
 * differs from the mean of its label, the nearest mean decides.
 *
 * @example await new LinearDiscriminant({ shrinkage: 0.3 }).fit(rows, labels)
 */
export class LinearDiscriminant implements Classifier<Float64Array>, Calibratable {
  labels: readonly string[] = [];
  private readonly shrinkage: number;
  /** Labels x (columns + 1), row-major; the offset is last. */
  private weights: readonly Float64Array[] = [];
  private sharpness = 1;

  constructor(options: DiscriminantOptions = {}) {
    checkOptions("lda", options, ["shrinkage"]);
    this.shrinkage = options.shrinkage ?? 0.5;
    if (!(this.shrinkage > 0 && this.shrinkage < 1)) {
      throw new InputError(`shrinkage=${this.shrinkage} must lie between 0 and 1`);
    }
  }

  async fit(rows: readonly Float64Array[], labels: readonly string[]): Promise<this> {
    checkTraining(rows, labels);
    this.labels = [...new Set(labels)].sort();
    if (this.labels.length < 2) {
      throw new InputError(`lda needs at least two labels, all ${rows.length} rows are "${labels[0]}"`);
    }
    this.weights = discriminants(scatterWithin(rows, labels, this.labels), this.shrinkage);
    this.sharpness = 1;
    return this;
  }

  async predict(rows: readonly Float64Array[]): Promise<Prediction[]> {
    checkRows(rows, this.weights[0].length - 1);
    return scoresOf(packRows(rows), this.weights).map((scores) => {
      const label = this.labels[scores.indexOf(Math.max(...scores))];
      return { label, probabilities: softmax(scores, this.sharpness) };
    });
  }

  calibrate(heldOut: readonly JudgedDecisions[]): void {
    this.sharpness = fitTemperature(heldOut);
  }

  save(): ClassifierState {
    const shape = [this.labels.length, this.weights[0].length];
    const values = Float64Array.from(this.weights.flatMap((weights) => [...weights]));
    return {
      model: "lda",
      labels: this.labels,
      settings: { shrinkage: this.shrinkage },
      weights: {
        weights: { shape, values },
        sharpness: { shape: [1], values: Float64Array.of(this.sharpness) },
      },
    };
  }

  static restore({ labels, settings, weights }: ClassifierState): LinearDiscriminant {
    const model = new LinearDiscriminant(settings);
    const width = weights.weights.shape[1];
    const values = Float64Array.from(weights.weights.values);
    model.labels = labels;
    model.weights = labels.map((_, c) => values.subarray(c * width, (c + 1) * width));
    model.sharpness = weights.sharpness.values[0];
    return model;
  }
}

/**
 * Decisions of every point on held-out rows; means and products of the rows, the expensive part,
 * are shared.
 */
export function decideDiscriminants(
  rows: readonly Float64Array[],
  labels: readonly string[],
  heldOut: readonly Float64Array[],
  points: readonly DiscriminantOptions[],
): HeldOutDecisions[] {
  checkTraining(rows, labels);
  const order = [...new Set(labels)].sort();
  const within = scatterWithin(rows, labels, order);
  const packed = packRows(heldOut);
  return points.map(({ shrinkage = 0.5 }) => {
    const scores = scoresOf(packed, discriminants(within, shrinkage));
    return { labels: order, scores, predicted: scores.map((row) => order[row.indexOf(Math.max(...row))]) };
  });
}

/** Rows x labels. */
function scoresOf(rows: PackedRows, weights: readonly Float64Array[]): number[][] {
  const products = dotProducts(rows, packRows(weights.map((weight) => weight.subarray(0, rows.columns))));
  return Array.from({ length: rows.count }, (_, i) =>
    weights.map((weight, c) => products[i * weights.length + c] + weight[rows.columns]),
  );
}
