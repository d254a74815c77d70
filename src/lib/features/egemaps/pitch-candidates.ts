import { OctaveAxis } from "./octave-axis";
import { peakHeight, peakOffset } from "./parabolic-peak";
import { type SubharmonicSum, subharmonicSum } from "./subharmonic-sum";

const lowestHz = 55;
const highestHz = 1000;

/** How many candidates a frame can have. */
const candidateLimit = 6;

/** What the pitch of one frame may be, the most probable first. */
export interface PitchCandidate {
  readonly hertz: number;
  /** Probability of voicing, 0 to 1: how far the peak stands above the mean of the sub-harmonic sum. */
  readonly voicing: number;
}

/**
 * Candidates for the fundamental frequency by sub-harmonic summation: the six highest peaks of the sum that lie from 55 to 1000 Hz.
 */
export class PitchCandidates {
  private readonly axis: OctaveAxis;
  private readonly sumOf: SubharmonicSum;

  constructor(hertzPerBin: number, bins: number) {
    this.axis = new OctaveAxis(hertzPerBin, bins);
    this.sumOf = subharmonicSum(this.axis);
  }

  /** The candidates of a frame from its magnitudes. */
  of(magnitude: Float64Array): PitchCandidate[] {
    const sum = this.sumOf(magnitude);
    const mean = meanOf(sum);
    return highestPeaks(sum)
      .map((point) => this.candidateAt(sum, point, mean))
      .filter(({ hertz }) => hertz >= lowestHz && hertz <= highestHz);
  }

  private candidateAt(sum: Float64Array, point: number, mean: number): PitchCandidate {
    const offset = peakOffset(sum[point - 1], sum[point], sum[point + 1]);
    const height = peakHeight(sum[point - 1], sum[point], sum[point + 1]);
    return { hertz: this.axis.hertzAt(point + offset), voicing: Math.max(0, 1 - mean / height) };
  }
}

/** The places of the six highest peaks, the highest first. */
function highestPeaks(values: Float64Array): number[] {
  const places: number[] = [];
  for (let i = 1; i < values.length - 1; i++) {
    const value = values[i];
    if (value <= values[i - 1] || value <= values[i + 1]) continue;
    if (places.length === candidateLimit && value <= values[places[candidateLimit - 1]]) continue;
    let rank = places.length;
    while (rank > 0 && values[places[rank - 1]] < value) rank--;
    places.splice(rank, 0, i);
    if (places.length > candidateLimit) places.pop();
  }
  return places;
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}
