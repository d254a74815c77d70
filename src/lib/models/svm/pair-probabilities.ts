import { checkPositive } from "../../check";
import type { JudgedDecisions } from "../held-out-decisions";
import { fitTemperature } from "../temperature-scaling";
import { couplePairs } from "./couple-pairs";
import {
  fitPairSigmoid,
  type PairDecision,
  type PairSigmoid,
  probabilityOfFirst,
  uncalibrated,
} from "./pair-sigmoid";

/**
 * From the decisions of all pairs to a probability of each class: a sigmoid per pair, coupled (Wu,
 * Lin and Weng 2004), and one temperature for what comes out, because coupled probabilities of many
 * classes are too flat.
 */
export class PairProbabilities {
  /**
   * @param sigmoids one per pair
   * @param sharpness one over the temperature
   * @throws InputError where that is not positive
   */
  constructor(
    readonly sigmoids: readonly PairSigmoid[],
    readonly sharpness = 1,
  ) {
    checkPositive("sharpness", sharpness, "one over the temperature");
  }

  static uncalibrated(pairs: number): PairProbabilities {
    return new PairProbabilities(new Array(pairs).fill(uncalibrated));
  }

  /**
   * Fits the sigmoids, then the temperature, to decisions on held-out rows; an inner part that
   * lacks a class tells of the other pairs alone.
   */
  static fit(labels: readonly string[], heldOut: readonly JudgedDecisions[]): PairProbabilities {
    const coupled = new PairProbabilities(
      pairsOf(labels).map(([first, second]) => fitPairSigmoid(decisionsBetween(first, second, heldOut))),
    );
    const complete = heldOut.filter((part) => part.labels.length === labels.length);
    const scored = complete.map((part) => ({
      ...part,
      scores: (part.pairs ?? []).map((decisions) => coupled.of(decisions).map(Math.log)),
    }));
    return new PairProbabilities(coupled.sigmoids, scored.length > 0 ? fitTemperature(scored) : 1);
  }

  /** One probability per class. */
  of(decisions: Float64Array): number[] {
    const ofFirst = decisions.map((decision, pair) => probabilityOfFirst(this.sigmoids[pair], decision));
    const classes = (1 + Math.sqrt(1 + 8 * decisions.length)) / 2; // pairs = classes (classes - 1) / 2
    const sharpened = couplePairs(ofFirst, classes).map((p) => p ** this.sharpness);
    const sum = sharpened.reduce((total, p) => total + p, 0);
    return sharpened.map((p) => p / sum);
  }
}

/** All pairs of labels, in the order of their decisions. */
function pairsOf(labels: readonly string[]): [first: string, second: string][] {
  return labels.flatMap((first, a) => labels.slice(a + 1).map((second): [string, string] => [first, second]));
}

/** What was decided between two labels on held-out rows of one or the other. */
function decisionsBetween(
  first: string,
  second: string,
  heldOut: readonly JudgedDecisions[],
): PairDecision[] {
  return heldOut.flatMap(({ labels, pairs = [], truths }) => {
    const pair = pairsOf(labels).findIndex(([a, b]) => a === first && b === second);
    if (pair < 0) return [];
    return truths.flatMap((truth, i) =>
      truth === first || truth === second ? [{ decision: pairs[i][pair], isFirst: truth === first }] : [],
    );
  });
}
