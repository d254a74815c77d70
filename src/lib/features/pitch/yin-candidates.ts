import { isTrough } from "./yin-options";

/** What pYIN assumes of the thresholds and troughs; names and defaults are librosa.pyin's. */
export interface CandidateOptions {
  /** Number of thresholds tried; default 100. */
  readonly nThresholds?: number;
  /**
   * The beta distribution of the thresholds, two whole numbers; default [2, 18], with a mean of
   * 0.1.
   */
  readonly betaParameters?: readonly [number, number];
  /** How much shorter periods are preferred; default 2. */
  readonly boltzmannParameter?: number;
  /**
   * Share of the probability that the lowest trough gets of the thresholds below it; default 0.01.
   */
  readonly noTroughProb?: number;
}

/**
 * The period candidates of one frame with their probabilities: each trough of YIN's difference,
 * weighted by how probable the thresholds are under which YIN would choose it (Mauch & Dixon 2014,
 * in the variant of their program, which librosa.pyin follows).
 */
export class YinCandidates {
  /** Candidates found by the last call of `find`. */
  count = 0;
  /** Index of each candidate's trough, `count` of them. */
  readonly troughs: Int32Array;
  readonly probabilities: Float64Array;
  private readonly thresholds: Float64Array;
  private readonly prior: Float64Array;
  /** The prior's sum over the first i thresholds. */
  private readonly priorBelow: Float64Array;
  private readonly decay: Float64Array;
  private readonly passed: Int32Array;
  private readonly total: Int32Array;
  private readonly noTroughProb: number;

  /** @param periods numbers in YIN's difference */
  constructor(periods: number, options: CandidateOptions = {}) {
    const {
      nThresholds = 100,
      betaParameters = [2, 18],
      boltzmannParameter = 2,
      noTroughProb = 0.01,
    } = options;
    this.troughs = new Int32Array(periods);
    this.probabilities = new Float64Array(periods);
    this.thresholds = Float64Array.from({ length: nThresholds }, (_, i) => (i + 1) / nThresholds);
    this.priorBelow = Float64Array.from({ length: nThresholds + 1 }, (_, i) =>
      betaDistribution(i / nThresholds, ...betaParameters),
    );
    this.prior = this.thresholds.map((_, i) => this.priorBelow[i + 1] - this.priorBelow[i]);
    this.decay = Float64Array.from({ length: periods + 1 }, (_, i) => Math.exp(-boltzmannParameter * i));
    this.passed = new Int32Array(nThresholds);
    this.total = new Int32Array(nThresholds);
    this.noTroughProb = noTroughProb;
  }

  /** Finds the troughs of a frame's difference and their probabilities, in order of the period. */
  find(differences: Float64Array): void {
    this.collectTroughs(differences);
    if (this.count === 0) return;
    const { troughs, probabilities, thresholds } = this;
    let lowest = 0;
    this.passed.fill(0);
    for (let c = 0; c < this.count; c++) {
      const height = differences[troughs[c]];
      probabilities[c] = this.probabilityOf(height);
      if (height < differences[troughs[lowest]]) lowest = c;
    }
    const missed = firstAbove(thresholds, differences[troughs[lowest]]);
    probabilities[lowest] += this.noTroughProb * this.priorBelow[missed];
  }

  /** Notes every trough, and under how many of them each threshold passes. */
  private collectTroughs(differences: Float64Array): void {
    const { thresholds, total } = this;
    this.count = 0;
    total.fill(0);
    for (let i = 0; i < differences.length; i++) {
      if (!isTrough(differences, i)) continue;
      this.troughs[this.count++] = i;
      for (let h = firstAbove(thresholds, differences[i]); h < thresholds.length; h++) total[h]++;
    }
  }

  /**
   * Sums the prior over the thresholds above a trough; of several troughs below a threshold the
   * earlier ones get more (a truncated Boltzmann distribution).
   */
  private probabilityOf(height: number): number {
    const { thresholds, prior, decay, passed, total } = this;
    let sum = 0;
    for (let h = firstAbove(thresholds, height); h < thresholds.length; h++) {
      const share = (decay[passed[h]] * (1 - decay[1])) / (1 - decay[total[h]]);
      passed[h]++;
      sum += prior[h] * share;
    }
    return sum;
  }
}

/** Index of the first threshold above a height; their number where there is none. */
function firstAbove(thresholds: Float64Array, height: number): number {
  const count = thresholds.length;
  let index = Math.max(0, Math.min(count, Math.floor(height * count)));
  while (index > 0 && height < thresholds[index - 1]) index--;
  while (index < count && height >= thresholds[index]) index++;
  return index;
}

/**
 * The distribution function of a beta distribution with whole parameters, by the binomial sum of
 * its upper tail: it never falls, also where it comes near 1.
 */
function betaDistribution(x: number, a: number, b: number): number {
  const n = a + b - 1;
  let choose = 1;
  let tail = 0;
  for (let j = 0; j < a; j++) {
    tail += choose * x ** j * (1 - x) ** (n - j);
    choose *= (n - j) / (j + 1);
  }
  return 1 - tail;
}
