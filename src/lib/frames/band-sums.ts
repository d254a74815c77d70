import { plainBandSums } from "./plain-band-sums";
import { runsWasmBandSums, WasmBandSums } from "./wasm-band-sums";

type Numbers = Float32Array | Float64Array;

/** Which bins a band takes, from `first` on, and with which weights. */
export interface Band {
  readonly first: number;
  readonly weights: Float32Array;
}

const vectors = runsWasmBandSums() ? new WasmBandSums() : undefined;

/**
 * Weighted sums of a spectrum, one per band, in single precision: what filter banks do for every frame.
 *
 * @example new BandSums(3, [{ first: 1, weights: Float32Array.of(1, 2) }]).apply([5, 6, 7], new Float64Array(1)) // [20]
 */
export class BandSums {
  constructor(
    private readonly bins: number,
    private readonly bands: readonly Band[],
  ) {}

  /** The sums of `spectrum` (bins numbers) into `out` (one number per band), which is returned. */
  apply<T extends Numbers>(spectrum: Numbers, out: T): T {
    if (!vectors) return plainBandSums(this.bands, spectrum, out);
    vectors.hold(this.bins, this.bands);
    vectors.spectrum.set(spectrum);
    vectors.sum();
    out.set(vectors.sums);
    return out;
  }
}
