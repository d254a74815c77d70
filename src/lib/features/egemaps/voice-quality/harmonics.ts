import { peakHeight, peakOffset } from "../pitch/parabolic-peak";
import { nearestPeak } from "./nearest-peak";

const harmonicCount = 100;
const lowestDb = -201;
/** Level of a missing harmonic in the differences. */
const missingDb = -200;
/** A formant's level is that of the strongest harmonic within this share of its frequency. */
const formantRange = 0.2;

/**
 * Levels of the harmonics of a voiced frame and what eGeMAPS makes of them: differences of
 * harmonics and levels of formants, all in dB relative to the fundamental (Eyben et al. 2016,
 * section 3.1).
 *
 * A harmonic is the peak of the magnitude spectrum nearest to a multiple of F0, at most half of F0
 * away. Its level is read from the parabola through the peak, but compared with the fundamental's
 * bin itself; which harmonic is the strongest is decided by bins. As in openSMILE, "H1-H2" and
 * "H1-A3" count harmonics from zero: they are made of the second harmonic and the third.
 */
export class Harmonics {
  private readonly binLevel = new Float64Array(harmonicCount);
  private readonly peakLevel = new Float64Array(harmonicCount);
  private readonly hertz = new Float64Array(harmonicCount);

  constructor(private readonly hertzPerBin: number) {}

  /** Finds the harmonics of a frame from its magnitudes. */
  find(magnitude: Float64Array, f0Hz: number): void {
    const spacing = f0Hz / this.hertzPerBin;
    const reach = Math.round(spacing / 2);
    this.binLevel.fill(0);
    this.peakLevel.fill(0);
    this.hertz.fill(0);
    for (let h = 0; h < harmonicCount; h++) {
      const target = Math.floor((h + 1) * spacing + 0.5);
      if (target - reach >= magnitude.length) return;
      const bin = nearestPeak(magnitude, target, reach);
      if (bin >= 0) this.place(h, magnitude[bin - 1], magnitude[bin], magnitude[bin + 1], bin);
    }
  }

  private place(h: number, before: number, here: number, after: number, bin: number): void {
    this.binLevel[h] = here;
    this.peakLevel[h] = peakHeight(before, here, after);
    this.hertz[h] = (bin + peakOffset(before, here, after)) * this.hertzPerBin;
  }

  /** H1-H2 in dB. */
  h1MinusH2Db(): number {
    return differenceDb(this.levelDb(1), this.levelDb(2));
  }

  /** H1-A3 in dB: a harmonic over the third formant. */
  h1MinusA3Db(thirdFormantHz: number): number {
    return differenceDb(this.levelDb(1), this.formantLevelDb(thirdFormantHz));
  }

  /** Level of a formant in dB relative to the fundamental; 0 where no harmonic lies near it. */
  formantLevelDb(formantHz: number): number {
    let strongest = -1;
    for (let h = 0; h < harmonicCount; h++) {
      const hz = this.hertz[h];
      if (hz < (1 - formantRange) * formantHz || hz > (1 + formantRange) * formantHz) continue;
      if (strongest < 0 || this.binLevel[h] > this.binLevel[strongest]) strongest = h;
    }
    return strongest < 0 ? 0 : this.levelDb(strongest);
  }

  /** Level of a harmonic in dB relative to the fundamental; `lowestDb` where it is missing. */
  private levelDb(harmonic: number): number {
    if (harmonic === 0) return 0;
    const ratio = this.peakLevel[harmonic] / this.binLevel[0];
    return ratio > 0 && Number.isFinite(ratio) ? Math.max(lowestDb, 20 * Math.log10(ratio)) : lowestDb;
  }
}

function differenceDb(a: number, b: number): number {
  const difference = Math.max(missingDb, a) - Math.max(missingDb, b);
  return Math.max(lowestDb, Math.min(-lowestDb, difference));
}
