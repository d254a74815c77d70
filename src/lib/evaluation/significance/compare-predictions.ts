import type { OutOfFoldPrediction } from "../evaluation";
import { joinByFile } from "../join-by-file";
import { groupScores } from "../metrics/group-scores";
import { uarOfCounts } from "../metrics/uar";
import { bootstrap, percentileInterval, RESAMPLES } from "./bootstrap";
import { type McnemarResult, mcnemar } from "./mcnemar";
import { countBySpeaker, sumCounts } from "./resampled-counts";
import { FEWEST_PAIRS, smallestP, type WilcoxonResult, wilcoxon } from "./wilcoxon";

/**
 * Two models on the same recordings: how far the second is ahead of the first, and whether that
 * holds.
 */
export interface Comparison {
  readonly recordings: number;
  readonly speakers: number;
  /** UAR of the second minus UAR of the first, pooled over all recordings. */
  readonly uarDifference: number;
  /** Paired bootstrap over speakers: the test to look at first. */
  readonly bootstrap: {
    readonly interval: readonly [low: number, high: number];
    /**
     * Two-sided: twice the smaller part of the resamples that do not favour one of the two; at
     * least 2 / 2000.
     */
    readonly p: number;
  };
  /** Over the UARs of the speakers. */
  readonly wilcoxon: WilcoxonResult;
  /** Over recordings; knows no speakers. */
  readonly mcnemar: McnemarResult;
  /** What limits these tests, in a sentence each. */
  readonly warnings: readonly string[];
}

/** The smallest p-value that the paired bootstrap can give. */
export const SMALLEST_BOOTSTRAP_P = 2 / RESAMPLES;

/**
 * Compares the predictions of two models by recording and by speaker.
 *
 * @param seed of the 2000 resamples over speakers
 * @throws InputError where the two do not predict the same recordings
 */
export function comparePredictions(
  first: readonly OutOfFoldPrediction[],
  second: readonly OutOfFoldPrediction[],
  seed: number,
): Comparison {
  const partners = joinByFile(first, second);
  const scores = [first, partners].map((predictions) =>
    groupScores(predictions, "speaker").map(({ uar }) => uar),
  );
  // A recording that is decided again in each repeat is still one recording.
  const once = first.map(({ file }, i) => i === 0 || first[i - 1].file !== file);
  const right = [first, partners].map((predictions) =>
    predictions.filter((_, i) => once[i]).map(({ emotion, predicted }) => emotion === predicted),
  );
  const speakers = scores[0].length;
  return {
    recordings: right[0].length,
    speakers,
    ...pairedBootstrap(first, partners, seed),
    wilcoxon: wilcoxon(scores[1], scores[0]),
    mcnemar: mcnemar(right[0], right[1]),
    warnings: warningsFor(speakers),
  };
}

function pairedBootstrap(
  first: readonly OutOfFoldPrediction[],
  second: readonly OutOfFoldPrediction[],
  seed: number,
): Pick<Comparison, "uarDifference" | "bootstrap"> {
  const labels = [
    ...new Set([...first, ...second].flatMap(({ emotion, predicted }) => [emotion, predicted])),
  ].sort();
  const units = [first, second].map((predictions) => countBySpeaker(predictions, labels));
  const differenceOf = (drawn: Uint32Array) => {
    const [a, b] = units.map((unit) => uarOfCounts(sumCounts(unit, drawn, labels.length)));
    return b - a;
  };
  const differences = bootstrap(units[0].length, "speakers", seed, differenceOf);
  const notAhead = differences.filter((difference) => difference <= 0).length;
  const notBehind = differences.filter((difference) => difference >= 0).length;
  const p = Math.min(1, (2 * Math.max(1, Math.min(notAhead, notBehind))) / differences.length);
  return {
    uarDifference: differenceOf(Uint32Array.from(units[0], (_, i) => i)),
    bootstrap: { interval: percentileInterval(differences), p },
  };
}

function warningsFor(speakers: number): string[] {
  const knowsNoSpeakers = "McNemar's test takes recordings as independent and knows no speakers.";
  if (speakers >= FEWEST_PAIRS) return [knowsNoSpeakers];
  return [
    knowsNoSpeakers,
    `${speakers} speakers are too few for a test over speakers: Wilcoxon's p cannot be below ${smallestP(speakers).toFixed(3)}, and the bootstrap draws from ${speakers} voices only.`,
  ];
}
