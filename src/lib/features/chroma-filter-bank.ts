import { checkPositive } from "../check";

const classes = 12;
const semitonesFromAToC = 3;
const centreOctave = 5;
const widthOctaves = 2;
/** Where bins lie closer than a semitone their bumps are one semitone wide: beyond the nearest seven classes they fall below 1e-10 and are left out. */
const near = 7;

/**
 * Sums a spectrum into the 12 pitch classes C, C#, ... B, with a Gaussian bump around each semitone and more weight around 880 Hz, kept sparse.
 * Follows librosa.filters.chroma with its defaults.
 *
 * @example new ChromaFilterBank(16000, 2048).apply(spectrumOf440Hz, new Float64Array(12)) // highest at 9 (A)
 */
export class ChromaFilterBank {
  /** The first bins, which lie wider apart: weights for all classes, bin after bin. */
  private readonly wideWeights: Float64Array;
  /** The other bins: weights for the nearest classes, bin after bin. */
  private readonly nearWeights: Float64Array;
  /** Runs of bins with the same nearest classes: where each starts (and the last one ends), and its first class. */
  private readonly runStarts: Int32Array;
  private readonly runClasses: Int32Array;

  /**
   * @param sampleRate in Hz
   * @param nFft samples per transform
   * @param tuning deviation from A4 = 440 Hz in semitones; default 0
   */
  constructor(sampleRate: number, nFft: number, tuning = 0) {
    checkPositive("sampleRate", sampleRate, "Hz");
    const bins = nFft / 2 + 1;
    const semitones = semitonesOfBins(sampleRate, nFft, tuning);
    const firstClasses = semitones.map((semitone) => modulo(Math.round(semitone) - semitonesFromAToC - 3));
    const wide = semitones.findIndex((semitone, k) => k > 0 && semitones[k + 1] - semitone < 1);
    const starts = Array.from({ length: bins }, (_, k) => k).filter(
      (k) => k === wide || (k > wide && firstClasses[k] !== firstClasses[k - 1]),
    );
    this.runStarts = Int32Array.from([...starts, bins]);
    this.runClasses = Int32Array.from(starts, (k) => firstClasses[k]);
    this.wideWeights = new Float64Array(wide * classes);
    this.nearWeights = new Float64Array((bins - wide) * near);
    const column = new Float64Array(classes);
    for (let k = 0; k < bins; k++) {
      weightsOfBin(semitones[k], semitones[k + 1], column);
      if (k < wide) this.wideWeights.set(column, k * classes);
      else
        for (let j = 0; j < near; j++)
          this.nearWeights[(k - wide) * near + j] = column[(firstClasses[k] + j) % classes];
    }
  }

  /** The 12 sums of a spectrum (nFft / 2 + 1 magnitudes or powers) into `out`, which is returned. */
  apply(spectrum: Float32Array | Float64Array, out: Float64Array): Float64Array {
    const { wideWeights, runClasses } = this;
    out.fill(0);
    for (let i = 0, k = 0; i < wideWeights.length; k++) {
      for (let c = 0; c < classes; c++, i++) out[c] += wideWeights[i] * spectrum[k];
    }
    for (let run = 0; run < runClasses.length; run++) this.addRun(run, spectrum, out);
    return out;
  }

  /** Seven sums side by side, in registers. */
  private addRun(run: number, spectrum: Float32Array | Float64Array, out: Float64Array): void {
    const { nearWeights, runStarts, runClasses } = this;
    let [a, b, c, d, e, f, g] = [0, 0, 0, 0, 0, 0, 0];
    const end = runStarts[run + 1];
    for (let k = runStarts[run], i = (k - runStarts[0]) * near; k < end; k++, i += near) {
      const value = spectrum[k];
      a += nearWeights[i] * value;
      b += nearWeights[i + 1] * value;
      c += nearWeights[i + 2] * value;
      d += nearWeights[i + 3] * value;
      e += nearWeights[i + 4] * value;
      f += nearWeights[i + 5] * value;
      g += nearWeights[i + 6] * value;
    }
    const first = runClasses[run];
    out[first] += a;
    out[(first + 1) % classes] += b;
    out[(first + 2) % classes] += c;
    out[(first + 3) % classes] += d;
    out[(first + 4) % classes] += e;
    out[(first + 5) % classes] += f;
    out[(first + 6) % classes] += g;
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
