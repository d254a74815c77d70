import type { ConditionScore } from "../../models/saved/condition-score";
import type { OutOfFoldPrediction, StressedDecisions } from "../evaluation";
import { uarOfCounts } from "../metrics/uar";
import { bootstrap, percentileInterval } from "../significance/bootstrap";
import { countByRecording, countBySpeaker, sumCounts } from "../significance/resampled-counts";

/**
 * How well the same recordings are recognised under other conditions: UAR with its intervals, what
 * it changed by, and the share of decisions that stayed (`percentage_unchanged` of ser-tests).
 *
 * @param predictions on the recordings as they are
 * @param labels of truths and decisions
 * @param seed of the 2000 resamples, which are the same for all conditions
 */
export function describeStress(
  predictions: readonly OutOfFoldPrediction[],
  stressed: readonly StressedDecisions[],
  labels: readonly string[],
  seed: number,
): ConditionScore[] {
  const asTheyAre = countBySpeaker(predictions, labels);
  const uarOf = (units: ReturnType<typeof countBySpeaker>, drawn: Uint32Array) =>
    uarOfCounts(sumCounts(units, drawn, labels.length));
  return stressed.map(({ condition, predicted }) => {
    const altered = predictions.map((prediction, i) => ({ ...prediction, predicted: predicted[i] }));
    const bySpeaker = countBySpeaker(altered, labels);
    const byRecording = countByRecording(altered, labels);
    const pairs = bootstrap(bySpeaker.length, "speakers", seed, (drawn) => {
      const uar = uarOf(bySpeaker, drawn);
      return { uar, change: uar - uarOf(asTheyAre, drawn) };
    });
    const everyone = Uint32Array.from(bySpeaker, (_, i) => i);
    const value = uarOf(bySpeaker, everyone);
    const same = predictions.filter((prediction, i) => prediction.predicted === predicted[i]).length;
    return {
      condition,
      uar: {
        value,
        recordings: percentileInterval(
          bootstrap(byRecording.length, "recordings", seed, (drawn) => uarOf(byRecording, drawn)),
        ),
        speakers: percentileInterval(pairs.map(({ uar }) => uar)),
      },
      change: {
        value: value - uarOf(asTheyAre, everyone),
        speakers: percentileInterval(pairs.map(({ change }) => change)),
      },
      unchanged: same / predictions.length,
    };
  });
}
