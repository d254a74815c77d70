import { checkPositive, InputError } from "../check";
import type { Samples } from "../numbers/samples";

/** How to cut a signal into overlapping frames; defaults and edge treatment are librosa's. */
export interface FrameOptions {
  /** Samples per frame; default 2048. */
  readonly frameLength?: number;
  /** Samples from one frame to the next; default a quarter of the frame. */
  readonly hopLength?: number;
  /**
   * Whether frame t is centred on sample t * hopLength, with padding at both ends; default true.
   */
  readonly center?: boolean;
  /**
   * What stands beyond the ends of a centred signal: zeros ("constant", the default), the first and
   * last sample ("edge") or the mirrored signal ("reflect").
   */
  readonly padMode?: PadMode;
}

export type PadMode = "constant" | "edge" | "reflect";

/**
 * The overlapping frames of a signal, read one at a time into a buffer of the caller's: no matrix
 * of frames is ever held, whatever the length. Follows librosa.util.frame, and with `center` the
 * padding of librosa.stft.
 *
 * @throws InputError for lengths that are not positive whole numbers, or a signal shorter than one
 *   frame without `center`
 * @example
 * const frames = new Frames(new Float32Array(16000), { frameLength: 400, hopLength: 160 });
 * frames.count // 101
 */
export class Frames {
  readonly frameLength: number;
  readonly hopLength: number;
  /** Number of frames. */
  readonly count: number;
  private readonly offset: number;
  private readonly padMode: PadMode;

  constructor(
    readonly samples: Samples,
    options: FrameOptions = {},
  ) {
    const {
      frameLength = 2048,
      hopLength = Math.floor(frameLength / 4),
      center = true,
      padMode = "constant",
    } = options;
    checkWhole("frameLength", frameLength);
    checkWhole("hopLength", hopLength);
    this.frameLength = frameLength;
    this.hopLength = hopLength;
    this.padMode = padMode;
    this.offset = center ? Math.floor(frameLength / 2) : 0;
    const padded = samples.length + 2 * this.offset;
    if (samples.length === 0 || padded < frameLength) {
      throw new InputError(
        `the signal has ${samples.length} samples, a frame needs ${frameLength}; use shorter frames`,
      );
    }
    this.count = 1 + Math.floor((padded - frameLength) / hopLength);
  }

  /** Copies frame `index` (0 to count - 1) into `out` (frameLength numbers), which is returned. */
  read(index: number, out: Float64Array): Float64Array {
    const { samples, frameLength } = this;
    const start = index * this.hopLength - this.offset;
    if (start < 0 || start + frameLength > samples.length) return this.readPadded(start, out);
    out.set(samples.subarray(start, start + frameLength));
    return out;
  }

  private readPadded(start: number, out: Float64Array): Float64Array {
    for (let i = 0; i < this.frameLength; i++) out[i] = this.sampleAt(start + i);
    return out;
  }

  private sampleAt(index: number): number {
    const { samples, padMode } = this;
    const last = samples.length - 1;
    if (index >= 0 && index <= last) return samples[index];
    if (padMode === "constant") return 0;
    return samples[padMode === "edge" ? Math.max(0, Math.min(last, index)) : reflected(index, last)];
  }
}

/** Mirrors an index at 0 and at `last` until it lies between them. */
function reflected(index: number, last: number): number {
  if (last === 0) return 0;
  const within = Math.abs(index) % (2 * last);
  return within > last ? 2 * last - within : within;
}

function checkWhole(name: string, value: number): void {
  checkPositive(name, value, "samples");
  if (!Number.isInteger(value)) throw new InputError(`${name}=${value} must be a whole number of samples`);
}
