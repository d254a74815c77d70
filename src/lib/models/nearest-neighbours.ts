import { InputError } from "../check";
import { checkCount } from "./check-count";
import { checkOptions } from "./check-options";
import { checkRows, checkTraining } from "./check-rows";
import type { Classifier, ClassifierState, Prediction } from "./classifier";

export interface NeighbourOptions {
  /** How many neighbours vote; default 5. */
  readonly neighbours?: number;
}

/**
 * k nearest neighbours by Euclidean distance, of equally near ones the earlier: scikit-learn's
 * `KNeighborsClassifier`. The label with most of them wins, the first in label order on ties;
 * probabilities are the parts of the votes.
 *
 * @example await new NearestNeighbours({ neighbours: 3 }).fit(rows, labels)
 */
export class NearestNeighbours implements Classifier<Float64Array> {
  labels: readonly string[] = [];
  private readonly neighbours: number;
  private rows: readonly Float64Array[] = [];
  /** Index of its label, per row. */
  private targets: readonly number[] = [];

  constructor(options: NeighbourOptions = {}) {
    checkOptions("knn", options, ["neighbours"]);
    this.neighbours = options.neighbours ?? 5;
    checkCount("neighbours", this.neighbours);
  }

  async fit(rows: readonly Float64Array[], labels: readonly string[]): Promise<this> {
    checkTraining(rows, labels);
    if (rows.length < this.neighbours) {
      throw new InputError(`knn with ${this.neighbours} neighbours needs as many rows, got ${rows.length}`);
    }
    this.labels = [...new Set(labels)].sort();
    this.rows = rows;
    this.targets = labels.map((label) => this.labels.indexOf(label));
    return this;
  }

  async predict(rows: readonly Float64Array[]): Promise<Prediction[]> {
    checkRows(rows, this.rows[0].length);
    return rows.map((row) => {
      const votes = this.labels.map(() => 0);
      for (const i of this.nearest(row)) votes[this.targets[i]]++;
      const probabilities = votes.map((count) => count / this.neighbours);
      return { label: this.labels[votes.indexOf(Math.max(...votes))], probabilities };
    });
  }

  save(): ClassifierState {
    const [count, columns] = [this.rows.length, this.rows[0].length];
    const values = new Float64Array(count * columns);
    this.rows.forEach((row, i) => {
      values.set(row, i * columns);
    });
    return {
      model: "knn",
      labels: this.labels,
      settings: { neighbours: this.neighbours },
      weights: {
        rows: { shape: [count, columns], values },
        targets: { shape: [count], values: Float64Array.from(this.targets) },
      },
    };
  }

  static restore({ labels, settings, weights }: ClassifierState): NearestNeighbours {
    const model = new NearestNeighbours(settings);
    const [count, columns] = weights.rows.shape;
    const values = Float64Array.from(weights.rows.values);
    model.labels = labels;
    model.rows = Array.from({ length: count }, (_, i) => values.subarray(i * columns, (i + 1) * columns));
    model.targets = [...weights.targets.values];
    return model;
  }

  private nearest(row: Float64Array): number[] {
    const distances = this.rows.map((other) => {
      let sum = 0;
      for (let k = 0; k < row.length; k++) sum += (row[k] - other[k]) ** 2;
      return sum;
    });
    const order = distances.map((_, i) => i).sort((a, b) => distances[a] - distances[b] || a - b);
    return order.slice(0, this.neighbours);
  }
}
