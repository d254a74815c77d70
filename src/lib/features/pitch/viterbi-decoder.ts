import { TriangularTransition } from "./triangular-transition";

/**
 * Candidates of all frames, one frame after the other: frame t's are those from `starts[t]` to
 * before `starts[t + 1]`.
 */
export interface Observations {
  readonly starts: ArrayLike<number>;
  /** Pitch bin of each candidate. */
  readonly bins: ArrayLike<number>;
  readonly probabilities: ArrayLike<number>;
  /** Probability of each frame being voiced. */
  readonly voicedProbability: ArrayLike<number>;
}

const tiny = 2.2250738585072014e-308;
/** What librosa gives to the impossible. */
const impossible = Math.log(tiny);
/**
 * Frames whose pointers are held at once; earlier ones of a longer recording are gone through again
 * on the way back.
 */
const blockFrames = 4096;

/**
 * The most probable path through pitch bins and voicing (Viterbi 1967), decoded as librosa.pyin
 * does: 2 x bins states, the first half voiced. From one frame to the next the pitch moves by a
 * triangular distribution, and voicing changes with a fixed probability.
 */
export class ViterbiDecoder {
  private readonly voiced: TriangularTransition;
  private readonly unvoiced: TriangularTransition;
  private readonly stay: number;
  private readonly change: number;
  private values: Float64Array;

  /**
   * @param bins number of pitch bins
   * @param reach furthest move from one frame to the next, in bins
   * @param switchProb probability of a change of voicing
   */
  constructor(
    private readonly bins: number,
    reach: number,
    switchProb: number,
  ) {
    this.voiced = new TriangularTransition(bins, reach);
    this.unvoiced = new TriangularTransition(bins, reach);
    this.stay = Math.log(1 - switchProb);
    this.change = Math.log(switchProb);
    this.values = new Float64Array(2 * bins);
  }

  /** The state of every frame: a voiced pitch bin, or `bins` plus an unvoiced one. */
  decode(observations: Observations): Uint16Array {
    const frames = observations.voicedProbability.length;
    const states = new Uint16Array(frames);
    const pointers = new Uint16Array(Math.min(frames, blockFrames) * 2 * this.bins);
    const checkpoints: Float64Array[] = [];
    this.values.fill(-Math.log(2 * this.bins));
    this.observe(observations, 0);
    for (let first = 1; first < frames; first += blockFrames) {
      checkpoints.push(this.values.slice());
      this.walk(observations, first, pointers);
    }
    states[frames - 1] = indexOfHighest(this.values);
    for (let block = checkpoints.length - 1; block >= 0; block--) {
      const first = 1 + block * blockFrames;
      this.values = checkpoints[block];
      if (block < checkpoints.length - 1) this.walk(observations, first, pointers);
      this.traceBack(states, first, pointers);
    }
    return states;
  }

  /** Goes on from frame `first - 1` through one block, noting where each state came from. */
  private walk(observations: Observations, first: number, pointers: Uint16Array): void {
    const end = Math.min(observations.voicedProbability.length, first + blockFrames);
    for (let t = first; t < end; t++) {
      const from = 2 * this.bins * (t - first);
      this.move(pointers.subarray(from, from + 2 * this.bins));
      this.observe(observations, t);
    }
  }

  private move(pointers: Uint16Array): void {
    const { bins, values, voiced, unvoiced } = this;
    const highest = indexOfHighest(values);
    const leap = values[highest] + impossible;
    voiced.from(values, 0);
    unvoiced.from(values, bins);
    for (let j = 0; j < bins; j++) {
      this.choose(j, voiced.best[j] + this.stay, unvoiced.best[j] + this.change, j, pointers);
      this.choose(bins + j, voiced.best[j] + this.change, unvoiced.best[j] + this.stay, j, pointers);
    }
    for (let j = 0; j < 2 * bins; j++) {
      if (values[j] >= leap) continue;
      values[j] = leap;
      pointers[j] = highest;
    }
  }

  private choose(state: number, voiced: number, unvoiced: number, bin: number, pointers: Uint16Array): void {
    const stays = voiced >= unvoiced;
    this.values[state] = stays ? voiced : unvoiced;
    pointers[state] = stays ? this.voiced.source[bin] : this.bins + this.unvoiced.source[bin];
  }

  private observe({ starts, bins, probabilities, voicedProbability }: Observations, t: number): void {
    const { values } = this;
    const count = this.bins;
    const unvoiced = Math.log((1 - voicedProbability[t]) / count + tiny);
    for (let j = 0; j < count; j++) {
      values[j] += impossible;
      values[count + j] += unvoiced;
    }
    for (let i = starts[t]; i < starts[t + 1]; i++)
      values[bins[i]] += Math.log(probabilities[i] + tiny) - impossible;
  }

  private traceBack(states: Uint16Array, first: number, pointers: Uint16Array): void {
    const end = Math.min(states.length, first + blockFrames);
    for (let t = end - 1; t >= first; t--) states[t - 1] = pointers[2 * this.bins * (t - first) + states[t]];
  }
}

function indexOfHighest(values: Float64Array): number {
  let highest = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[highest]) highest = i;
  return highest;
}
