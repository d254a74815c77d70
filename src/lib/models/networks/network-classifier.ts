import * as tf from "@tensorflow/tfjs";
import { checkSameLength, InputError } from "../../check";
import type { Row } from "../../features/row";
import type { Classifier, ClassifierState, FitContext, Prediction, TrainingHistory } from "../classifier";
import { asMatrix } from "../normalization/column-statistics";
import type { Network } from "./network";
import { probabilities } from "./probabilities";
import { trainMembers } from "./training/train-members";
import type { HeldOutRows } from "./training/train-network";
import type { Weights } from "./weights";

/**
 * A network behind the contract of all models. Rows come in normalised; weights are plain arrays,
 * so that no tensor outlives a call.
 */
export class NetworkClassifier<X extends Row> implements Classifier<X> {
  labels: readonly string[] = [];
  history?: TrainingHistory;
  private members: readonly Weights[] = [];
  private columns = 0;

  constructor(private readonly network: Network<X>) {}

  async fit(rows: readonly X[], labels: readonly string[], context: FitContext): Promise<this> {
    checkSameLength("rows", rows, "labels", labels);
    checkSameLength("rows", rows, "speakers", context.speakers);
    if (rows.length === 0) throw new InputError("there are no rows to learn from");
    this.labels = [...new Set(labels)].sort();
    this.columns = asMatrix(rows[0]).columns;
    const targets = labels.map((label) => this.labels.indexOf(label));
    const known = { labels: this.labels, columns: this.columns };
    const data = { rows: this.prepare(rows), targets, watched: this.judged(context.watched), ...known };
    const heldOut = this.judged(context.development);
    const trained = await trainMembers(this.network, data, { ...context, heldOut });
    this.members = trained.map(({ weights }) => weights);
    this.history = meanHistory(trained.map(({ history }) => history));
    return this;
  }

  /**
   * Rows that are judged and never learned from, less those whose label the training part lacks.
   */
  private judged(part: FitContext["development"]): HeldOutRows<X> | undefined {
    if (!part) return undefined;
    const targets = part.labels.map((label) => this.labels.indexOf(label));
    const known = [...targets.keys()].filter((i) => targets[i] >= 0);
    if (known.length === 0) return undefined;
    const rows = this.prepare(known.map((i) => part.rows[i] as X));
    return { rows, targets: known.map((i) => targets[i]) };
  }

  async predict(rows: readonly X[]): Promise<Prediction[]> {
    if (this.labels.length === 0) throw new InputError(`the ${this.network.name} has not been fitted`);
    const prepared = this.prepare(rows);
    const outputs = await Promise.all(
      this.members.map((weights) => probabilities(this.network, weights, prepared)),
    );
    return rows.map((_, row) => this.decide(meanOf(outputs.map((output) => output[row]))));
  }

  save(): ClassifierState {
    const { name, options } = this.network;
    const settings = { ...options, columns: this.columns, backend: tf.getBackend() };
    const named = this.members.flatMap((weights, member) =>
      Object.entries(weights).map(([weight, values]) => [`member${member + 1}.${weight}`, values]),
    );
    return { model: name, labels: this.labels, settings, weights: Object.fromEntries(named) };
  }

  static restore<X extends Row>(network: Network<X>, state: ClassifierState): NetworkClassifier<X> {
    const model = new NetworkClassifier(network);
    model.labels = state.labels;
    model.columns = Number(state.settings.columns);
    const members = Array.from({ length: network.options.members }, (_, member) => `member${member + 1}.`);
    model.members = members.map((prefix) => weightsNamed(prefix, state.weights));
    return model;
  }

  private decide(probabilities: readonly number[]): Prediction {
    return { label: this.labels[probabilities.indexOf(Math.max(...probabilities))], probabilities };
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
  if (!areFinite(data)) throw new InputError(`row ${i} has a value that is not a finite number`);
}

/** A loop, as calling back for each of 20,000 values would take longer than the network. */
function areFinite(values: Float32Array | Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}

/** The weights whose names begin with `prefix`, without it. */
function weightsNamed(prefix: string, weights: ClassifierState["weights"]): Weights {
  const own = Object.entries(weights).filter(([name]) => name.startsWith(prefix));
  const plain = own.map(([name, { shape, values }]) => [
    name.slice(prefix.length),
    { shape, values: Float32Array.from(values) },
  ]);
  return Object.fromEntries(plain);
}

function meanHistory(histories: readonly TrainingHistory[]): TrainingHistory {
  const loss = meanOf(histories.map((history) => history.loss));
  const innerUars = histories.flatMap(({ innerUar }) => (innerUar ? [innerUar] : []));
  const watched = histories.flatMap((history) => (history.watched ? [history.watched] : []));
  return {
    loss,
    ...(innerUars.length > 0 && { innerUar: meanOf(innerUars) }),
    ...(watched.length > 0 && {
      watched: { loss: meanOf(watched.map((one) => one.loss)), uar: meanOf(watched.map((one) => one.uar)) },
    }),
  };
}

/** Mean of arrays of equal length, place by place. */
function meanOf(arrays: readonly (readonly number[])[]): number[] {
  return arrays[0].map((_, i) => arrays.reduce((sum, array) => sum + array[i], 0) / arrays.length);
}
