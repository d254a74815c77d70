import type { TrainingHistory } from "../models/classifier";
import type { RunRecord } from "../runs/run-record";

interface TrainedRun {
  readonly record: { readonly folds: readonly Pick<RunRecord["folds"][number], "history">[] };
}

/** A fall of less than this share of the loss is none. */
const STEADY = 0.05;
/** Between epochs, on a few speakers, differences in UAR up to this are noise. */
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
 * What the speakers kept aside say about overfitting: whether the UAR on them fell while the
 * training loss went on falling.
 */
export function overfittingText({ loss, innerUar = [] }: TrainingHistory): string {
  if (innerUar.length === 0)
    return "No speakers were kept aside, so nothing tells whether this network overfits.";
  const highest = Math.max(...innerUar);
  const at = innerUar.indexOf(highest);
  const end = innerUar.at(-1)!;
  const course = `On the speakers kept aside the UAR is highest in epoch ${at + 1} (${highest.toFixed(3)}) and ${end.toFixed(3)} at the end, while the training loss goes from ${loss[at].toFixed(3)} to ${loss.at(-1)!.toFixed(3)}.`;
  if (highest - end <= UAR_NOISE) return `${course} Nothing here says that longer training did harm.`;
  return loss.at(-1)! < loss[at]
    ? `${course} What it learned after that epoch did not carry over to them: it overfits.`
    : `${course} Yet the training loss did not fall either, so this is no overfitting.`;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
