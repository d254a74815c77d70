import { OctaveSpectrum } from "./octave-spectrum";
import { peakHeight, peakOffset } from "./parabolic-peak";

const harmonics = 15;
const compression = 0.85;
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
 * Candidates for the fundamental frequency by sub-harmonic summation (Hermes 1988; Eyben's thesis, section 2.2.11): on a logarithmic frequency axis the spectrum
 * is added to itself shifted by each of 15 harmonics, with weights falling by .85; the six highest peaks that lie from 55 to 1000 Hz are kept.
 */
export class PitchCandidates {
  private readonly octaveSpectrum: OctaveSpectrum;
  private readonly shifts: Int32Array;
  private readonly sum: Float64Array;

  constructor(hertzPerBin: number, bins: number) {
    this.octaveSpectrum = new OctaveSpectrum(hertzPerBin, bins);
    const { pointsPerOctave } = this.octaveSpectrum;
    this.shifts = Int32Array.from({ length: harmonics }, (_, h) =>
      Math.floor(pointsPerOctave * Math.log2(h + 1)),
    );
    this.sum = new Float64Array(bins);
  }

  /** The candidates of a frame from its magnitudes. */
  of(magnitude: Float64Array): PitchCandidate[] {
    this.sumHarmonics(this.octaveSpectrum.apply(magnitude));
    const mean = meanOf(this.sum);
    return highestPeaks(this.sum)
      .map((point) => this.candidateAt(point, mean))
      .filter(({ hertz }) => hertz >= lowestHz && hertz <= highestHz);
  }

  /** Two harmonics at a time: half the passes over the sum. */
  private sumHarmonics(spectrum: Float64Array): void {
    const { sum, shifts } = this;
    const points = spectrum.length;
    sum.set(spectrum);
    for (let h = 1; h < harmonics; h += 2) {
      const near = shifts[h];
      const far = shifts[h + 1];
      const weight = compression ** h;
      const smaller = weight * compression;
      const both = points - far;
      for (let i = 0; i < both; i++) sum[i] += weight * spectrum[i + near] + smaller * spectrum[i + far];
      for (let i = both; i < points - near; i++) sum[i] += weight * spectrum[i + near];
    }
  }

  private candidateAt(point: number, mean: number): PitchCandidate {
    const { sum } = this;
    const offset = peakOffset(sum[point - 1], sum[point], sum[point + 1]);
    const height = peakHeight(sum[point - 1], sum[point], sum[point + 1]);
    const voicing = Math.max(0, 1 - mean / height);
    return { hertz: this.octaveSpectrum.hertzAt(point + offset), voicing };
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
