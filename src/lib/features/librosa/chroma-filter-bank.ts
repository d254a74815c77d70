import { checkPositive } from "../../check";
import { WeightedSums } from "../../numbers/weighted-sums";

const classes = 12;
const semitonesFromAToC = 3;
const centreOctave = 5;
const widthOctaves = 2;

/**
 * Sums a spectrum into the 12 pitch classes C, C#, ... B, with a Gaussian bump around each semitone
 * and more weight around 880 Hz. Follows librosa.filters.chroma with its defaults.
 *
 * @example
 * const magnitude = new Float64Array(1025);
 * magnitude[56] = 1;
 * new ChromaFilterBank(16000, 2048).apply(magnitude, new Float64Array(12))[9] // 0.86
 */
export class ChromaFilterBank {
  private readonly sums: WeightedSums;

  /**
   * @param sampleRate in Hz
   * @param nFft samples per transform
   * @param tuning deviation from A4 = 440 Hz in semitones; default 0
   */
  constructor(sampleRate: number, nFft: number, tuning = 0) {
    checkPositive("sampleRate", sampleRate, "Hz");
    const bins = nFft / 2 + 1;
    const semitones = semitonesOfBins(sampleRate, nFft, tuning);
    const bands = Array.from({ length: classes }, () => ({ first: 0, weights: new Float32Array(bins) }));
    const column = new Float64Array(classes);
    for (let k = 0; k < bins; k++) {
      weightsOfBin(semitones[k], semitones[k + 1], column);
      for (let c = 0; c < classes; c++) bands[c].weights[k] = column[c];
    }
    this.sums = new WeightedSums(bins, bands);
  }

  /**
   * The 12 sums of a spectrum (nFft / 2 + 1 magnitudes or powers) into `out`, which is returned.
   */
  apply(spectrum: Float32Array | Float64Array, out: Float64Array): Float64Array {
    return this.sums.apply(spectrum, out);
  }
}

/**
 * Semitones above 27.5 Hz of each bin and of one more; bin 0 is put one and a half octaves below
 * bin 1.
 */
function semitonesOfBins(sampleRate: number, nFft: number, tuning: number): Float64Array {
  const lowest = 27.5 * 2 ** (tuning / classes);
  const semitones = new Float64Array(nFft / 2 + 2);
  for (let k = 1; k < semitones.length; k++) {
    semitones[k] = classes * Math.log2((k * sampleRate) / nFft / lowest);
  }
  semitones[0] = semitones[1] - 1.5 * classes;
  return semitones;
}

/** The weights of one bin for the 12 classes, C first. */
function weightsOfBin(semitone: number, next: number, out: Float64Array): void {
  const width = Math.max(1, next - semitone);
  let energy = 0;
  for (let c = 0; c < classes; c++) {
    const distance = modulo(semitone - c - semitonesFromAToC + classes / 2) - classes / 2;
    out[c] = Math.exp(-0.5 * ((2 * distance) / width) ** 2);
    energy += out[c] ** 2;
  }
  const octaves = semitone / classes - centreOctave;
  const scale = Math.exp(-0.5 * (octaves / widthOctaves) ** 2) / Math.sqrt(energy);
  for (let c = 0; c < classes; c++) out[c] *= scale;
}

function modulo(semitones: number): number {
  return semitones - classes * Math.floor(semitones / classes);
}
