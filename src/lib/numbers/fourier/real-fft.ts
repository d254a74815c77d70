import { InputError } from "../../check";
import { runsWasmTransform, wasmTransform } from "../kernels/wasm-transform";
import { plainTransform } from "./plain-transform";
import type { RealTransform } from "./real-transform";

/**
 * One per size, shared by all objects of this thread: each method fills and empties its buffers
 * before it returns.
 */
const transforms = new Map<number, RealTransform>();

/**
 * The discrete Fourier transform of real frames of one size, fastest for powers of two.
 *
 * A frame of N samples gives the N / 2 + 1 bins from 0 Hz to half the sample rate; bin k lies at `k
 * * sampleRate / N` Hz. Nothing is scaled: a constant of 1 gives N in bin 0.
 *
 * @throws InputError for a size that is no multiple of four
 * @example
 * const fft = new RealFft(8);
 * fft.power([1, 1, 1, 1, 1, 1, 1, 1], new Float64Array(5)) // [64, 0, 0, 0, 0]
 */
export class RealFft {
  /** Number of bins: size / 2 + 1. */
  readonly bins: number;
  private readonly shared: RealTransform;
  private readonly spectrum: Float64Array;

  /**
   * @param size samples per frame
   * @param window multiplied into each frame; default none
   */
  constructor(
    readonly size: number,
    private readonly window?: Float64Array,
  ) {
    if (!(size >= 4 && size % 4 === 0)) {
      throw new InputError(`size=${size} of the Fourier transform must be a multiple of four`);
    }
    this.bins = size / 2 + 1;
    this.shared = transformFor(size);
    this.spectrum = new Float64Array(size + 2);
  }

  /**
   * Real and imaginary parts, interleaved: `[re0, im0, re1, im1, ...]`, 2 x bins numbers.
   *
   * @param frame `size` samples; a shorter one is padded with zeros
   * @param out where to write; by default a buffer that the next call overwrites
   */
  complex(frame: ArrayLike<number>, out: Float64Array = this.spectrum): Float64Array {
    this.transform(frame);
    out.set(this.shared.spectrum);
    return out;
  }

  /** |X|^2 of every bin into `out` (`bins` numbers), which is returned. */
  power<T extends Float32Array | Float64Array>(frame: ArrayLike<number>, out: T): T {
    this.transform(frame);
    this.shared.power();
    out.set(this.shared.powers);
    return out;
  }

  /** |X| of every bin into `out` (`bins` numbers), which is returned. */
  magnitude<T extends Float32Array | Float64Array>(frame: ArrayLike<number>, out: T): T {
    this.transform(frame);
    this.shared.power();
    this.shared.magnitude();
    out.set(this.shared.magnitudes);
    return out;
  }

  /** X (as `complex`), |X|^2 and |X| of one frame, for the work of one transform. */
  all(frame: ArrayLike<number>, spectrum: Float64Array, power: Float64Array, magnitude: Float64Array): void {
    this.magnitude(frame, magnitude);
    spectrum.set(this.shared.spectrum);
    power.set(this.shared.powers);
  }

  /** The samples times the window into `out`, which is returned; as many as it holds. */
  windowed(frame: ArrayLike<number>, out: Float64Array): Float64Array {
    this.read(frame);
    out.set(this.shared.input.subarray(0, out.length));
    return out;
  }

  private transform(frame: ArrayLike<number>): void {
    this.read(frame);
    this.shared.transform();
  }

  private read(frame: ArrayLike<number>): void {
    const { shared, window } = this;
    shared.input.set(frame);
    shared.input.fill(0, frame.length);
    if (!window) return;
    if (shared.heldWindow !== window) shared.window.set(window);
    shared.heldWindow = window;
    shared.applyWindow();
  }
}

function transformFor(size: number): RealTransform {
  const known = transforms.get(size);
  if (known) return known;
  const vectors = size >= 8 && Number.isInteger(Math.log2(size)) && runsWasmTransform();
  const made = vectors ? wasmTransform(size) : plainTransform(size);
  transforms.set(size, made);
  return made;
}
