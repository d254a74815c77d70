import { checkPositive } from "../check";

const classes = 12;
const semitonesFromAToC = 3;
const centreOctave = 5;
const widthOctaves = 2;
/** Bumps are a semitone wide: beyond 3.3 semitones they fall below 1e-9 and are left out, which halves the work. */
const reachSemitones = 3.3;

/**
 * Sums a spectrum into the 12 pitch classes C, C#, ... B, with a Gaussian bump around each semitone and more weight around 880 Hz, kept sparse.
 * Follows librosa.filters.chroma with its defaults.
 *
 * @example new ChromaFilterBank(16000, 2048).apply(spectrumOf440Hz, new Float64Array(12)) // highest at 9 (A)
 */
export class ChromaFilterBank {
  /** For each class in turn, which bins and with which weights. */
  private readonly bins: readonly Int32Array[];
  private readonly weights: readonly Float64Array[];

  /**
   * @param sampleRate in Hz
   * @param nFft samples per transform
   * @param tuning deviation from A4 = 440 Hz in semitones; default 0
   */
  constructor(sampleRate: number, nFft: number, tuning = 0) {
    checkPositive("sampleRate", sampleRate, "Hz");
    const bins: number[][] = Array.from({ length: classes }, () => []);
    const weights: number[][] = Array.from({ length: classes }, () => []);
    const semitones = semitonesOfBins(sampleRate, nFft, tuning);
    const column = new Float64Array(classes);
    for (let k = 0; k <= nFft / 2; k++) {
      weightsOfBin(semitones[k], semitones[k + 1], column);
      for (let c = 0; c < classes; c++) {
        if (column[c] === 0) continue;
        bins[c].push(k);
        weights[c].push(column[c]);
      }
    }
    this.bins = bins.map((list) => Int32Array.from(list));
    this.weights = weights.map((list) => Float64Array.from(list));
  }

  /** The 12 sums of a spectrum (nFft / 2 + 1 magnitudes or powers) into `out`, which is returned. */
  apply(spectrum: Float32Array | Float64Array, out: Float64Array): Float64Array {
    for (let c = 0; c < classes; c++) {
      const bins = this.bins[c];
      const weights = this.weights[c];
      let sum = 0;
      for (let i = 0; i < bins.length; i++) sum += weights[i] * spectrum[bins[i]];
      out[c] = sum;
    }
    return out;
  }
}

/** Semitones above 27.5 Hz of each bin and of one more; bin 0 is put one and a half octaves below bin 1. */
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
    const distance = wrap(semitone - c - semitonesFromAToC);
    const bump =
      Math.abs(distance) > reachSemitones * width ? 0 : Math.exp(-0.5 * ((2 * distance) / width) ** 2);
    out[c] = bump;
    energy += bump * bump;
  }
  const octaves = semitone / classes - centreOctave;
  const scale = Math.exp(-0.5 * (octaves / widthOctaves) ** 2) / Math.sqrt(energy);
  for (let c = 0; c < classes; c++) out[c] *= scale;
}

/** Into -6 to 6 semitones. */
function wrap(distance: number): number {
  const half = classes / 2;
  return distance + half - classes * Math.floor((distance + half) / classes) - half;
}
