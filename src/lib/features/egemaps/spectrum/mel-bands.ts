import { hzToMel } from "../../../frames/mel-scale";

const bandCount = 26;
const lowestHz = 20;
const highestHz = 8000;

/**
 * The 26 triangular mel bands of the power spectrum from 20 to 8000 Hz (or half the sample rate)
 * that loudness and MFCC share, as the Hidden Markov Model Toolkit defines them (HTK book, 5.4):
 * equally spaced on the mel scale, weights linear in mel, the bins next to both edges left out.
 */
export class MelBands {
  /** Centre of each band, in Hz. */
  readonly centresHz: Float64Array;
  /** The bands' power of the last frame. */
  readonly values = new Float64Array(bandCount);
  /** The first bin after the lower edge and after each centre, and the one after the last bin. */
  private readonly edges: Int32Array;
  /**
   * For each bin the share that goes to the band on whose falling side it lies; the rest goes to
   * the next one.
   */
  private readonly fallingShare: Float64Array;

  constructor(hertzPerBin: number, sampleRate: number) {
    const topHz = Math.min(highestHz, sampleRate / 2);
    const lowMel = hzToMel(lowestHz, true);
    const step = (hzToMel(topHz, true) - lowMel) / (bandCount + 1);
    const place = (hz: number) => (hzToMel(hz, true) - lowMel) / step;
    this.centresHz = Float64Array.from({ length: bandCount }, (_, b) => melCentre(lowMel + (b + 1) * step));
    const firstBin = Math.floor(lowestHz / hertzPerBin + 1.5);
    const endBin = Math.max(firstBin, Math.floor(topHz / hertzPerBin - 0.5) + 1);
    const places = Float64Array.from({ length: endBin }, (_, bin) => place(bin * hertzPerBin));
    this.fallingShare = places.map((p) => 1 - (p - Math.floor(p)));
    this.edges = Int32Array.from({ length: bandCount + 2 }, (_, b) => {
      const first = places.findIndex((p, bin) => bin >= firstBin && p >= b);
      return first < 0 ? endBin : first;
    });
  }

  /** Sums a power spectrum into `values`. */
  apply(power: Float64Array): Float64Array {
    const { values, edges, fallingShare } = this;
    values.fill(0);
    for (let b = 0; b <= bandCount; b++) {
      let falling = 0;
      let rising = 0;
      for (let bin = edges[b]; bin < edges[b + 1]; bin++) {
        const part = fallingShare[bin] * power[bin];
        falling += part;
        rising += power[bin] - part;
      }
      if (b > 0) values[b - 1] += falling;
      if (b < bandCount) values[b] = rising;
    }
    return values;
  }
}

const melCentre = (mel: number): number => 700 * (10 ** (mel / 2595) - 1);
