import { type FitPlan, fitSeconds } from "../evaluation/fit-seconds";
import type { TrainingHistory } from "../models/classifier";
import { trainingLengthOf } from "../models/networks/training-length";
import type { RunRecord } from "../runs/run-record";
import { counted } from "./counted";

interface TrainedRun {
  readonly record: { readonly folds: readonly Pick<RunRecord["folds"][number], "history">[] };
}

/**
 * How long a network's evaluation will take, said before it starts.
 *
 * @example
 * const plan = { model: "cnn", recordings: 5000, folds: 5, options: { epochs: 9, members: 1 } };
 * networkTimeText(plan) // "cnn, 5 times 1 network, 9 epochs (usually 30): some 2 minutes on two cores."
 */
export function networkTimeText(plan: FitPlan): string {
  const usual = trainingLengthOf(plan.model) ?? { epochs: 0, members: 0 };
  const { epochs, members } = { ...usual, ...plan.options } as typeof usual;
  const minutes = fitSeconds(plan) / 2 / 60;
  const time = minutes < 1 ? "less than a minute" : `some ${counted(Math.round(minutes), "minute")}`;
  const fewer = epochs === usual.epochs ? "" : ` (usually ${usual.epochs})`;
  return `${plan.model}, ${plan.folds} times ${counted(members, "network")}, ${counted(epochs, "epoch")}${fewer}: ${time} on two cores.`;
}

/** A fall of less than this share of the loss is none. */
const STEADY = 0.05;
/** Between epochs, on one speaker, differences in UAR up to this are noise. */
const UAR_NOISE = 0.05;

/**
 * How the training loss went over the last quarter of the epochs, mean of the folds: whether it
 * still fell, and how smoothly.
 */
export function trainingEndText({ record }: TrainedRun): string {
  const curves = record.folds.flatMap(({ history }) => (history ? [history.loss] : []));
  const epochs = Math.min(...curves.map((curve) => curve.length));
  const mean = Array.from({ length: epochs }, (_, epoch) => meanOf(curves.map((curve) => curve[epoch])));
  const from = Math.floor(0.75 * (epochs - 1));
  const last = mean.slice(from);
  const [before, after] = [last[0], last.at(-1)!];
  const rises = last.filter((loss, i) => i > 0 && loss > last[i - 1]).length;
  const verdict =
    after < before * (1 - STEADY)
      ? "it still falls, so more epochs might help"
      : after > before * (1 + STEADY)
        ? "it rises, so more epochs alone would not help"
        : "it has come to rest";
  return `From epoch ${from + 1} to ${epochs} the mean training loss goes from ${before.toFixed(3)} to ${after.toFixed(3)}: ${verdict}. On this way it rises in ${rises} of ${last.length - 1} epochs.`;
}

/**
 * What those who had no part in a training say about overfitting: whether their loss rose and their
 * UAR fell while the training loss went on falling.
 */
export function overfittingText({ loss, watched }: TrainingHistory): string {
  if (!watched) return "Nobody was kept aside, so nothing tells whether this network overfits.";
  const lowest = Math.min(...watched.loss);
  const at = watched.loss.indexOf(lowest);
  const [end, last] = [watched.loss.at(-1)!, loss.at(-1)!];
  const highest = Math.max(...watched.uar);
  const uarEnd = watched.uar.at(-1)!;
  const course = `On the speaker left out the loss is lowest in epoch ${at + 1} (${lowest.toFixed(3)}) and ${end.toFixed(3)} at the end; meanwhile the training loss goes from ${loss[at].toFixed(3)} to ${last.toFixed(3)}. The UAR is ${highest.toFixed(3)} at its best and ${uarEnd.toFixed(3)} at the end.`;
  if (end <= lowest * (1 + STEADY)) return `${course} Nothing here says that longer training did harm.`;
  if (last >= loss[at])
    return `${course} Yet the training loss did not fall either, so this is no overfitting.`;
  return highest - uarEnd > UAR_NOISE
    ? `${course} It overfits: what it learned after that epoch did not carry over.`
    : `${course} It grows too sure: the loss on new voices rises, though about as many decisions are right.`;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A gain in UAR of less than this is none. */
const GAIN = 0.01;

/** What the number of training speakers does to the score on new ones. */
export function speakersCurveText(
  points: readonly { readonly speakers: number; readonly uar: number }[],
): string {
  if (points.length < 2) return "There are too few speakers to tell what more of them would bring.";
  const [first, last, before] = [points[0], points.at(-1)!, points.at(-2)!];
  const step = last.uar - before.uar;
  const course = `From ${first.speakers} to ${last.speakers} training speakers the UAR on new speakers goes from ${first.uar.toFixed(3)} to ${last.uar.toFixed(3)}, the last step from ${before.speakers} to ${last.speakers} being ${step < 0 ? "−" : "+"}${Math.abs(step).toFixed(3)}.`;
  return step > GAIN
    ? `${course} It still rises at the end, so more speakers should help.`
    : `${course} At the end it rises no more, so it is not the number of speakers alone that is missing.`;
}
