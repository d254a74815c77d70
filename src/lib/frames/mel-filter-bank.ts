import { checkPositive, InputError } from "../check";
import type { Weighting } from "../numbers/plain-weighted-sums";
import { WeightedSums } from "../numbers/weighted-sums";
import { fftFrequenciesHz } from "./axes";
import { melFrequenciesHz } from "./mel-scale";

/** A mel filter bank's settings; names and defaults are librosa.filters.mel's. */
export interface MelOptions {
  /** Number of bands; default 128. */
  readonly nMels?: number;
  /** Lower edge of the first band in Hz; default 0. */
  readonly fMin?: number;
  /** Upper edge of the last band in Hz; default half the sample rate. */
  readonly fMax?: number;
  /** HTK's mel formula instead of Slaney's; default false. */
  readonly htk?: boolean;
  /**
   * "slaney" (the default) scales each triangle to an area of 1 Hz, "none" leaves its peak at 1.
   */
  readonly norm?: "slaney" | "none";
}

/**
 * Triangular filters, equally spaced in mel, kept sparse: each band knows its first bin and its
 * weights. Follows librosa.filters.mel.
 *
 * @throws InputError where the band edges do not lie in order between 0 and half the sample rate
 * @example
 * const bank = new MelFilterBank(16000, 512, { nMels: 64 });
 * bank.apply(new Float64Array(257).fill(1), new Float64Array(64))[10] // 0.03
 */
export class MelFilterBank {
  readonly bands: number;
  /** Centre of each band, in Hz. */
  readonly frequenciesHz: Float64Array;
  private readonly sums: WeightedSums;

  /**
   * @param sampleRate in Hz
   * @param nFft samples per transform
   */
  constructor(sampleRate: number, nFft: number, options: MelOptions = {}) {
    const { nMels = 128, fMin = 0, fMax = sampleRate / 2, htk = false, norm = "slaney" } = options;
    checkPositive("nMels", nMels, "bands");
    if (!(fMin >= 0 && fMin < fMax && fMax <= sampleRate / 2)) {
      throw new InputError(`fMin=${fMin} and fMax=${fMax} must rise between 0 and ${sampleRate / 2} Hz`);
    }
    const edgesHz = melFrequenciesHz(nMels + 2, fMin, fMax, htk);
    const binsHz = fftFrequenciesHz(sampleRate, nFft);
    const triangles = Array.from({ length: nMels }, (_, b) =>
      triangle(edgesHz.subarray(b, b + 3), binsHz, norm),
    );
    this.bands = nMels;
    this.frequenciesHz = edgesHz.slice(1, nMels + 1);
    this.sums = new WeightedSums(binsHz.length, triangles);
  }

  /**
   * The weighted sum of each band into `out` (bands numbers), in single precision, which is
   * returned.
   */
  apply<T extends Float32Array | Float64Array>(spectrum: Float32Array | Float64Array, out: T): T {
    return this.sums.apply(spectrum, out);
  }
}

function triangle(
  [low, centre, high]: Float64Array,
  binsHz: Float64Array,
  norm: "slaney" | "none",
): Weighting {
  const scale = norm === "slaney" ? 2 / (high - low) : 1;
  const heightAt = (hz: number) => Math.min((hz - low) / (centre - low), (high - hz) / (high - centre));
  const inside = binsHz.map((hz) => Math.max(0, heightAt(hz)) * scale);
  const first = Math.max(
    0,
    inside.findIndex((weight) => weight > 0),
  );
  const count = inside.filter((weight) => weight > 0).length;
  return { first, weights: Float32Array.from(inside.subarray(first, first + count)) };
}
