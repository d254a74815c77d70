import { RealFft } from "../numbers/fourier/real-fft";
import type { Samples } from "../numbers/samples";
import { Frames, type PadMode } from "./frame";
import { padCenter, type WindowName, windowOf } from "./window";

/**
 * The short-time Fourier transform's settings; names, defaults and edge treatment are
 * librosa.stft's.
 */
export interface StftOptions {
  /** Samples per transform, a multiple of four, fastest for powers of two; default 2048. */
  readonly nFft?: number;
  /** Samples under the window, in the middle of the frame; default `nFft`. */
  readonly winLength?: number;
  /** Samples from one frame to the next; default a quarter of `winLength`. */
  readonly hopLength?: number;
  /** Default "hann". */
  readonly window?: WindowName;
  /** Whether frame t is centred on sample t * hopLength; default true. */
  readonly center?: boolean;
  /** What stands beyond the ends; default zeros ("constant"). */
  readonly padMode?: PadMode;
}

/**
 * Short-time spectra, one frame at a time into the caller's buffer. Window, tables and buffers are
 * made once and serve any number of recordings. Follows librosa.stft (numbers not scaled).
 *
 * @example
 * const stft = new Stft({ nFft: 512, hopLength: 256 });
 * const frames = stft.frames(new Float32Array(16000));
 * frames.count // 63
 * stft.power(frames, 0, new Float64Array(stft.bins)) // 257 numbers
 */
export class Stft {
  readonly nFft: number;
  readonly hopLength: number;
  /** Numbers per spectrum: nFft / 2 + 1. */
  readonly bins: number;
  private readonly center: boolean;
  private readonly padMode: PadMode;
  private readonly fft: RealFft;
  private readonly frame: Float64Array;

  constructor(options: StftOptions = {}) {
    const { nFft = 2048, winLength = nFft, hopLength = Math.floor(winLength / 4) } = options;
    this.nFft = nFft;
    this.hopLength = hopLength;
    this.center = options.center ?? true;
    this.padMode = options.padMode ?? "constant";
    this.fft = new RealFft(nFft, padCenter(windowOf(options.window ?? "hann", winLength), nFft));
    this.bins = this.fft.bins;
    this.frame = new Float64Array(nFft);
  }

  /** The frames of a recording, for the methods below. */
  frames(samples: Samples): Frames {
    const { nFft, hopLength, center, padMode } = this;
    return new Frames(samples, { frameLength: nFft, hopLength, center, padMode });
  }

  /** Real and imaginary parts of frame `index`, interleaved, 2 x bins numbers. */
  complex(frames: Frames, index: number, out: Float64Array): Float64Array {
    return this.fft.complex(frames.read(index, this.frame), out);
  }

  /** |X|^2 of frame `index`, bins numbers. */
  power<T extends Float32Array | Float64Array>(frames: Frames, index: number, out: T): T {
    return this.fft.power(frames.read(index, this.frame), out);
  }

  /** |X| of frame `index`, bins numbers. */
  magnitude<T extends Float32Array | Float64Array>(frames: Frames, index: number, out: T): T {
    return this.fft.magnitude(frames.read(index, this.frame), out);
  }
}
