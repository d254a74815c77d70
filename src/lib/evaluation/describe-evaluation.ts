import type { ScoreWithIntervals } from "../models/saved/score-with-intervals";
import { groupBy } from "../numbers/group-by";
import { standardDeviation } from "../numbers/standard-deviation";
import type { Evaluation, FoldOutcome, OutOfFoldPrediction } from "./evaluation";
import { accuracy } from "./metrics/accuracy";
import { calibrationError } from "./metrics/calibration-error";
import { type ClassScore, scoresOfCounts } from "./metrics/class-scores";
import { cohenKappa } from "./metrics/cohen-kappa";
import { type ConfusionMatrix, confusionMatrix } from "./metrics/confusion-matrix";
import { logLoss } from "./metrics/log-loss";
import { type OverallScores, overallScores } from "./metrics/overall-scores";
import { rocAuc } from "./metrics/roc-auc";
import { uar } from "./metrics/uar";
import { bootstrap, percentileInterval } from "./significance/bootstrap";
import {
  type CountedUnit,
  countByRecording,
  countBySpeaker,
  sumCounts,
} from "./significance/resampled-counts";

/** The figures of an evaluation, as a run record holds them. */
export interface EvaluationDescription {
  readonly metrics: Readonly<Record<keyof OverallScores, ScoreWithIntervals>> & {
    /**
     * null where all that is tested is of one emotion and recognised, so that chance cannot be told
     * apart.
     */
    readonly kappa: number | null;
    readonly logLoss: number;
    readonly calibrationError: number;
    /** null where a label does not occur among the truths, so that its area is not defined. */
    readonly rocAuc: number | null;
  };
  readonly perClass: Readonly<Record<string, Omit<ClassScore, "label">>>;
  readonly confusion: ConfusionMatrix;
  /** Of repeated folds: the UAR of each repeat, and their standard deviation (n - 1). */
  readonly repeats?: { readonly uar: readonly number[]; readonly standardDeviation: number };
  readonly folds: readonly (FoldOutcome & { readonly accuracy: number; readonly uar: number })[];
}

/**
 * All figures of an evaluation: pooled scores with intervals, scores per label, counts, scores per
 * fold.
 *
 * @param seed of the 2000 resamples over recordings and over speakers
 */
export function describeEvaluation(evaluation: Evaluation, seed: number): EvaluationDescription {
  const { labels, predictions } = evaluation;
  const truths = predictions.map(({ emotion }) => emotion);
  const predicted = predictions.map((prediction) => prediction.predicted);
  const confusion = confusionMatrix(truths, predicted, labels);
  return {
    metrics: {
      ...scoresWithIntervals(evaluation, confusion, seed),
      kappa: new Set([...truths, ...predicted]).size > 1 ? cohenKappa(truths, predicted) : null,
      ...probabilityScores(evaluation, truths),
    },
    perClass: Object.fromEntries(scoresOfCounts(confusion).map(({ label, ...scores }) => [label, scores])),
    confusion,
    ...repeatsOf(evaluation),
    folds: evaluation.folds.map((fold) => ({ ...fold, ...foldScores(fold, predictions) })),
  };
}

function repeatsOf({ folds, predictions }: Evaluation): Pick<EvaluationDescription, "repeats"> {
  const repeated = folds.filter(({ repeat }) => repeat !== undefined);
  if (repeated.length === 0) return {};
  const groups = [...groupBy(repeated, ({ repeat }) => String(repeat)).values()];
  const uars = groups.map((same) => {
    const names = new Set(same.map(({ fold }) => fold));
    const own = predictions.filter(({ fold }) => names.has(fold));
    return uar(
      own.map(({ emotion }) => emotion),
      own.map(({ predicted }) => predicted),
    );
  });
  return { repeats: { uar: uars, standardDeviation: standardDeviation(uars) } };
}

function scoresWithIntervals(
  { labels, predictions }: Evaluation,
  confusion: ConfusionMatrix,
  seed: number,
): Record<keyof OverallScores, ScoreWithIntervals> {
  const resampled = (stream: string, units: readonly CountedUnit[]) =>
    bootstrap(units.length, stream, seed, (drawn) =>
      overallScores({ labels, counts: sumCounts(units, drawn, labels.length) }),
    );
  const recordings = resampled("recordings", countByRecording(predictions, labels));
  const speakers = resampled("speakers", countBySpeaker(predictions, labels));
  const entries = Object.entries(overallScores(confusion)).map(([name, value]) => {
    const of = (scores: OverallScores) => scores[name as keyof OverallScores];
    return [
      name,
      {
        value,
        recordings: percentileInterval(recordings.map(of)),
        speakers: percentileInterval(speakers.map(of)),
      },
    ];
  });
  return Object.fromEntries(entries);
}

function probabilityScores({ labels, predictions }: Evaluation, truths: readonly string[]) {
  const probabilities = predictions.map((prediction) => prediction.probabilities);
  const confidences = predictions.map(({ predicted }, i) => probabilities[i][labels.indexOf(predicted)]);
  const right = predictions.map(({ emotion, predicted }) => emotion === predicted);
  const complete = labels.every((label) => truths.includes(label));
  return {
    logLoss: logLoss(truths, probabilities, labels),
    calibrationError: calibrationError(confidences, right),
    rocAuc: complete ? rocAuc(truths, probabilities, labels) : null,
  };
}

function foldScores(
  { fold }: FoldOutcome,
  predictions: readonly OutOfFoldPrediction[],
): { accuracy: number; uar: number } {
  const own = predictions.filter((prediction) => prediction.fold === fold);
  const truths = own.map(({ emotion }) => emotion);
  const predicted = own.map((prediction) => prediction.predicted);
  return { accuracy: accuracy(truths, predicted), uar: uar(truths, predicted) };
}
