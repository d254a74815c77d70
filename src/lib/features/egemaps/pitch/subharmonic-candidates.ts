import { OctaveAxis } from "./octave-axis";
import { peakHeight, peakOffset } from "./parabolic-peak";
import type { SubharmonicSum, Summed } from "./plain-subharmonic-sum";
import { subharmonicSum } from "./subharmonic-sum";

const lowestHz = 55;
const highestHz = 1000;

/** What the pitch of one frame may be, the most probable first. */
export interface PitchCandidate {
  readonly hertz: number;
  /**
   * Probability of voicing, 0 to 1: how far the peak stands above the mean of the sub-harmonic sum.
   */
  readonly voicing: number;
}

/**
 * Candidates for the fundamental frequency by sub-harmonic summation: the six highest peaks of the
 * sum that lie from 55 to 1000 Hz.
 */
export class SubharmonicCandidates {
  private readonly axis: OctaveAxis;
  private readonly sumOf: SubharmonicSum;

  constructor(hertzPerBin: number, bins: number) {
    this.axis = new OctaveAxis(hertzPerBin, bins);
    this.sumOf = subharmonicSum(this.axis);
  }

  /** The candidates of a frame from its magnitudes. */
  of(magnitude: Float64Array): PitchCandidate[] {
    const summed = this.sumOf(magnitude);
    const candidates: PitchCandidate[] = [];
    for (let i = 0; i < summed.peaks.length; i++) {
      const candidate = this.candidateAt(summed.peaks[i], summed);
      if (candidate.hertz >= lowestHz && candidate.hertz <= highestHz) candidates.push(candidate);
    }
    return candidates;
  }

  private candidateAt(point: number, { sum, mean }: Summed): PitchCandidate {
    const offset = peakOffset(sum[point - 1], sum[point], sum[point + 1]);
    const height = peakHeight(sum[point - 1], sum[point], sum[point + 1]);
    return { hertz: this.axis.hertzAt(point + offset), voicing: Math.max(0, 1 - mean / height) };
  }
}
