import type { PitchCandidate } from "./pitch/pitch-candidates";
import type { PerturbationStep } from "./voice-quality/period-perturbation";

/** What is known of a frame whatever recording it stands in; what is absent has not been computed. */
export interface KnownFrame {
  /** Contours of the 20 ms frame, in the order of `frameContours`. */
  spectral?: readonly number[];
  /** Against the frame before. */
  flux?: number;
  /** Frequency and bandwidth of each formant. */
  formants?: readonly number[];
  candidates?: readonly PitchCandidate[];
  /** What depends on the pitch that was decided for it, too. */
  voiced?: VoicedFrame;
  perturbation?: PerturbationStep;
}

/** A voiced 60 ms frame. */
export interface VoicedFrame {
  readonly hertz: number;
  /** In the order of `voicedContours`; undefined where the frame is too quiet to be voiced. */
  readonly values: readonly number[] | undefined;
}

/** The frames of a stream, by their place in it. */
export class KnownFrames {
  private readonly frames = new Map<number, KnownFrame>();

  at(index: number): KnownFrame {
    const known = this.frames.get(index);
    if (known) return known;
    const frame: KnownFrame = {};
    this.frames.set(index, frame);
    return frame;
  }

  /** Lets go of a frame. */
  delete(index: number): void {
    this.frames.delete(index);
  }

  /** Lets go of the frames before `index`. */
  forget(index: number): void {
    for (const place of this.frames.keys()) {
      if (place < index) this.frames.delete(place);
    }
  }
}
