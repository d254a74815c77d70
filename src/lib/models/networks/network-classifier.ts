import * as tf from "@tensorflow/tfjs";
import { checkSameLength, InputError } from "../../check";
import type {
  Classifier,
  ClassifierState,
  FitContext,
  Prediction,
  Row,
  TrainingHistory,
} from "../classifier";
import { asMatrix } from "../column-statistics";
import type { Network } from "./network";
import { probabilities } from "./probabilities";
import { trainNetwork } from "./train-network";
import type { Weights } from "./weights";

/** A network behind the contract of all models. Rows come in normalised; weights are plain arrays, so that no tensor outlives a call. */
export class NetworkClassifier<X extends Row> implements Classifier<X> {
  labels: readonly string[] = [];
  history?: TrainingHistory;
  private weights: Weights = {};
  private columns = 0;

  constructor(private readonly network: Network<X>) {}

  async fit(rows: readonly X[], labels: readonly string[], context: FitContext): Promise<this> {
    checkSameLength("rows", rows, "labels", labels);
    checkSameLength("rows", rows, "speakers", context.speakers);
    if (rows.length === 0) throw new InputError("there are no rows to learn from");
    this.labels = [...new Set(labels)].sort();
    this.columns = asMatrix(rows[0]).columns;
    const targets = labels.map((label) => this.labels.indexOf(label));
    const data = { rows: this.prepare(rows), targets, labels: this.labels, columns: this.columns };
    const { weights, history } = await trainNetwork(this.network, data, context);
    this.weights = weights;
    this.history = history;
    return this;
  }

  async predict(rows: readonly X[]): Promise<Prediction[]> {
    if (this.labels.length === 0) throw new InputError(`the ${this.network.name} has not been fitted`);
    const outputs = await probabilities(this.network, this.weights, this.prepare(rows));
    return outputs.map((output) => ({
      label: this.labels[output.indexOf(Math.max(...output))],
      probabilities: output,
    }));
  }

  save(): ClassifierState {
    const { name, options } = this.network;
    const settings = { ...options, columns: this.columns, backend: tf.getBackend() };
    return { model: name, labels: this.labels, settings, weights: this.weights };
  }

  static restore<X extends Row>(network: Network<X>, state: ClassifierState): NetworkClassifier<X> {
    const model = new NetworkClassifier(network);
    model.labels = state.labels;
    model.columns = Number(state.settings.columns);
    const entries = Object.entries(state.weights);
    model.weights = Object.fromEntries(
      entries.map(([name, { shape, values }]) => [name, { shape, values: Float32Array.from(values) }]),
    );
    return model;
  }

  private prepare(rows: readonly X[]): X[] {
    return rows.map((row, i) => {
      checkRow(row, i, this.columns);
      return this.network.prepare(row);
    });
  }
}

function checkRow(row: Row, i: number, expected: number): void {
  const { rows, columns, data } = asMatrix(row);
  if (columns !== expected)
    throw new InputError(`row ${i} has ${columns} columns, the model takes ${expected}`);
  if (rows === 0) throw new InputError(`row ${i} has no frames`);
  if (!data.every(Number.isFinite)) throw new InputError(`row ${i} has a value that is not a finite number`);
}
