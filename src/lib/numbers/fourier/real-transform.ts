/**
 * What computes spectra of real frames of one size, in buffers of its own: fill `input`, call, copy
 * what it gives.
 */
export interface RealTransform {
  /** The window that `window` was last filled from, so that it need not be filled again. */
  heldWindow?: Float64Array;
  /** `size` samples. */
  readonly input: Float64Array;
  /** Multiplied into `input` by `applyWindow`; `size` numbers. */
  readonly window: Float64Array;
  /** size / 2 + 1 complex numbers, real and imaginary parts interleaved. */
  readonly spectrum: Float64Array;
  /** |X|^2 of each of them. */
  readonly powers: Float64Array;
  /** |X| of each of them. */
  readonly magnitudes: Float64Array;
  applyWindow(): void;
  /** `input` to `spectrum`. */
  transform(): void;
  /** `spectrum` to `powers`. */
  power(): void;
  /** `powers` to `magnitudes`. */
  magnitude(): void;
}
