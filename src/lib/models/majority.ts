import { checkSameLength, InputError } from "../check";
import type { Row } from "../features/row";
import { checkOptions } from "./check-options";
import type { Classifier, ClassifierState, Prediction } from "./classifier";
import type { ModelOptions } from "./model-family";

/**
 * The floor of every table: always the most frequent training label, the first in label order on
 * ties, with the training frequencies as probabilities. Looks at no feature.
 */
export class Majority implements Classifier<Row> {
  labels: readonly string[] = [];
  private frequencies: readonly number[] = [];

  constructor(options: ModelOptions = {}) {
    checkOptions("majority", options, []);
  }

  async fit(rows: readonly Row[], labels: readonly string[]): Promise<this> {
    checkSameLength("rows", rows, "labels", labels);
    if (rows.length === 0) throw new InputError("there are no rows to learn from");
    this.labels = [...new Set(labels)].sort();
    this.frequencies = this.labels.map(
      (name) => labels.filter((label) => label === name).length / labels.length,
    );
    return this;
  }

  async predict(rows: readonly Row[]): Promise<Prediction[]> {
    const label = this.labels[this.frequencies.indexOf(Math.max(...this.frequencies))];
    return rows.map(() => ({ label, probabilities: this.frequencies }));
  }

  save(): ClassifierState {
    const values = Float64Array.from(this.frequencies);
    return {
      model: "majority",
      labels: this.labels,
      settings: {},
      weights: { frequencies: { shape: [values.length], values } },
    };
  }

  static restore({ labels, weights }: ClassifierState): Majority {
    const model = new Majority();
    model.labels = labels;
    model.frequencies = [...weights.frequencies.values];
    return model;
  }
}
