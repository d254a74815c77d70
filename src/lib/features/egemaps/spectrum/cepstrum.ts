import { Dct } from "../../../numbers/fourier/dct";

const lifter = 22;
/** HTK takes samples as 16-bit integers. */
const integerScale = 32767 ** 2;
const powerFloor = 1e-8;

/**
 * MFCC 1 to 4 of the 26 mel bands: logarithm, cosine transform and HTK's sine lifter of 22 (HTK
 * book, 5.4-5.6).
 */
export class Cepstrum {
  static readonly coefficients = 4;
  private readonly dct: Dct;
  private readonly logs: Float64Array;
  private readonly transformed = new Float64Array(Cepstrum.coefficients + 1);
  private readonly lifters: Float64Array;

  constructor(bands: number) {
    this.dct = new Dct(bands, Cepstrum.coefficients + 1);
    this.logs = new Float64Array(bands);
    this.lifters = Float64Array.from(
      { length: Cepstrum.coefficients + 1 },
      (_, k) => 1 + (lifter / 2) * Math.sin((Math.PI * k) / lifter),
    );
  }

  /** Coefficients 0 to 4 in a buffer that the next call overwrites. */
  of(bands: Float64Array): Float64Array {
    const { logs, transformed, lifters } = this;
    for (let b = 0; b < bands.length; b++) logs[b] = Math.log(Math.max(powerFloor, bands[b] * integerScale));
    this.dct.apply(logs, transformed);
    for (let k = 0; k < transformed.length; k++) transformed[k] *= lifters[k];
    return transformed;
  }
}
