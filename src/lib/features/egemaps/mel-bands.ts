import { hzToMel } from "../../frames/mel-scale";

const bandCount = 26;
const lowestHz = 20;
const highestHz = 8000;

/**
 * The 26 triangular mel bands of the power spectrum from 20 to 8000 Hz (or half the sample rate) that loudness and MFCC share, as the Hidden Markov Model
 * Toolkit defines them (HTK book, 5.4): equally spaced on the mel scale, weights linear in mel, the bins next to both edges left out.
 */
export class MelBands {
  /** Centre of each band, in Hz. */
  readonly centresHz: Float64Array;
  /** The bands' power of the last frame. */
  readonly values = new Float64Array(bandCount);
  private readonly firstBin: number;
  /** For each bin from `firstBin` on: the band whose falling side it lies on (-1: none) and the share that goes to it; the rest goes to the next band. */
  private readonly fallingBand: Int32Array;
  private readonly fallingShare: Float64Array;

  constructor(hertzPerBin: number, sampleRate: number) {
    const topHz = Math.min(highestHz, sampleRate / 2);
    const lowMel = hzToMel(lowestHz, true);
    const step = (hzToMel(topHz, true) - lowMel) / (bandCount + 1);
    const place = (hz: number) => (hzToMel(hz, true) - lowMel) / step;
    this.centresHz = Float64Array.from({ length: bandCount }, (_, b) => melCentre(lowMel + (b + 1) * step));
    this.firstBin = Math.floor(lowestHz / hertzPerBin + 1.5);
    const lastBin = Math.floor(topHz / hertzPerBin - 0.5);
    const count = Math.max(0, lastBin - this.firstBin + 1);
    const places = Array.from({ length: count }, (_, i) => place((this.firstBin + i) * hertzPerBin));
    this.fallingBand = Int32Array.from(places, (p) => Math.floor(p) - 1);
    this.fallingShare = Float64Array.from(places, (p) => 1 - (p - Math.floor(p)));
  }

  /** Sums a power spectrum into `values`. */
  apply(power: Float64Array): Float64Array {
    const { values, fallingBand, fallingShare, firstBin } = this;
    values.fill(0);
    for (let i = 0; i < fallingBand.length; i++) {
      const band = fallingBand[i];
      const falling = fallingShare[i] * power[firstBin + i];
      if (band >= 0) values[band] += falling;
      if (band + 1 < bandCount) values[band + 1] += power[firstBin + i] - falling;
    }
    return values;
  }
}

const melCentre = (mel: number): number => 700 * (10 ** (mel / 2595) - 1);
