import type { Row } from "../../../features/row";
import { type Random, random } from "../../../numbers/random";
import type { FitContext, TrainingHistory } from "../../classifier";
import type { Network } from "../network";
import { probabilities } from "../probabilities";
import type { Weights } from "../weights";
import { type TrainingData, TrainingRun } from "./training-run";
import { holdOutSpeakers } from "./validation-split";

export interface TrainedNetwork {
  readonly weights: Weights;
  readonly history: TrainingHistory;
}

/** Rows and classes by which the best epoch is chosen. */
export type HeldOutRows<X extends Row> = Pick<TrainingData<X>, "rows" | "targets">;

/** What a network's fit has beside its data. */
export interface TrainingContext<X extends Row> extends FitContext {
  /** From a development part; default: inner speakers, where the options say so. */
  readonly heldOut?: HeldOutRows<X>;
}

/**
 * Trains a network from fresh weights: AdamW with a one-cycle rate, class-weighted cross-entropy,
 * rows in a new order every epoch. With a development part, or inner speakers held out, the weights
 * of the epoch that serves them best are kept. Same seed, same bytes, on one machine and backend.
 *
 * @param member Names the stream of random numbers beside the seed.
 */
export async function trainNetwork<X extends Row>(
  network: Network<X>,
  data: TrainingData<X>,
  context: TrainingContext<X>,
  member: number,
): Promise<TrainedNetwork> {
  const source = random(`${context.seed} ${network.name} ${member}`);
  if (context.heldOut) return trainByHeldOut(network, data, context.heldOut, context, source);
  if (network.options.innerShare > 0) return trainWithInnerSpeakers(network, data, context, source);
  const run = new TrainingRun(network, data, source);
  const loss: number[] = [];
  const watched = { loss: [] as number[], uar: [] as number[] };
  for (let epoch = 0; epoch < network.options.epochs; epoch++) {
    loss.push(run.epoch());
    if (data.watched) {
      const outputs = await probabilities(network, run.weights(), data.watched.rows);
      watched.loss.push(crossEntropy(data.watched.targets, outputs));
      watched.uar.push(averageRecall(data.watched.targets, outputs));
    }
    await report(context, network, `loss ${loss[epoch].toFixed(2)}`, epoch);
  }
  return { weights: run.weights(), history: data.watched ? { loss, watched } : { loss } };
}

async function trainWithInnerSpeakers<X extends Row>(
  network: Network<X>,
  data: TrainingData<X>,
  context: FitContext,
  source: Random,
): Promise<TrainedNetwork> {
  const { train, heldOut } = holdOutSpeakers(context.speakers, network.options.innerShare, source);
  return trainByHeldOut(network, part(data, train), part(data, heldOut), context, source);
}

async function trainByHeldOut<X extends Row>(
  network: Network<X>,
  data: TrainingData<X>,
  held: HeldOutRows<X>,
  context: FitContext,
  source: Random,
): Promise<TrainedNetwork> {
  const run = new TrainingRun(network, data, source);
  const history = { loss: [] as number[], innerUar: [] as number[] };
  let best = { uar: -1, weights: {} as Weights };
  for (let epoch = 0; epoch < network.options.epochs; epoch++) {
    history.loss.push(run.epoch());
    const weights = run.weights();
    const uar = averageRecall(held.targets, await probabilities(network, weights, held.rows));
    history.innerUar.push(uar);
    // Of equally good epochs the last: its rate was lower.
    if (uar >= best.uar) best = { uar, weights };
    await report(
      context,
      network,
      `loss ${history.loss[epoch].toFixed(2)}, inner UAR ${uar.toFixed(2)}`,
      epoch,
    );
  }
  return { weights: best.weights, history };
}

/**
 * Tells how far it is, and lets timers and sockets run between epochs: an epoch itself blocks the
 * thread.
 */
async function report<X extends Row>(
  context: FitContext,
  network: Network<X>,
  curves: string,
  epoch: number,
) {
  context.onProgress?.(epoch + 1, network.options.epochs, `epoch ${epoch + 1}, ${curves}`);
  await new Promise((resolve) => setTimeout(resolve, 0));
}

function part<X extends Row>(data: TrainingData<X>, rows: readonly number[]): TrainingData<X> {
  return { ...data, rows: rows.map((row) => data.rows[row]), targets: rows.map((row) => data.targets[row]) };
}

/**
 * Mean of -ln p of what is right; a probability of 0 counts as 1e-7, the smallest that a float
 * shows.
 */
function crossEntropy(targets: readonly number[], outputs: readonly (readonly number[])[]): number {
  const losses = targets.map((target, i) => -Math.log(Math.max(1e-7, outputs[i][target])));
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** Mean recall of the classes present. */
function averageRecall(targets: readonly number[], outputs: readonly (readonly number[])[]): number {
  const isRight = targets.map((target, i) => outputs[i].indexOf(Math.max(...outputs[i])) === target);
  const recalls = [...new Set(targets)].map((c) => {
    const own = isRight.filter((_, i) => targets[i] === c);
    return own.filter(Boolean).length / own.length;
  });
  return recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
}
