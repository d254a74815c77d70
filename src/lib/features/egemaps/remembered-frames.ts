import type { MeasuredFrames } from "./frame-measures";
import type { PitchCandidate } from "./pitch/subharmonic-candidates";
import type { FrameFormants } from "./spectrum/formants";
import type { PeriodStep } from "./voice-quality/jitter-shimmer";

/** What was measured of a frame; what is absent was not. */
interface KnownFrame {
  spectrum?: readonly number[];
  formants?: FrameFormants;
  candidates?: readonly PitchCandidate[];
  /** Depends on the pitch that was decided. */
  voiced?: { readonly f0Hz: number; readonly values: readonly number[] | undefined };
  periods?: PeriodStep;
}

/** What was measured of the frames of a stream, by their place in it. */
export class FrameMemory {
  private readonly frames = new Map<number, KnownFrame>();

  /** @param kept how many of the latest frames are kept; default all until they are let go */
  constructor(private readonly kept = Number.POSITIVE_INFINITY) {}

  at(place: number): KnownFrame {
    const known = this.frames.get(place);
    if (known) return known;
    const frame: KnownFrame = {};
    this.frames.set(place, frame);
    this.frames.delete(place - this.kept);
    return frame;
  }

  /** Lets go of the frames before a place. */
  forget(place: number): void {
    for (const known of this.frames.keys()) if (known < place) this.frames.delete(known);
  }
}

/** The frames of a recording, each measured once however often the stream comes by it. */
export class RememberedFrames implements MeasuredFrames {
  /** @param first place of the recording's first frame in `memory` */
  constructor(
    private readonly frames: MeasuredFrames,
    private readonly memory: FrameMemory,
    private readonly first: number,
  ) {}

  spectrum(t: number): readonly number[] {
    const known = this.at(t);
    // The first frame of a recording has no flux, which is true of this recording alone.
    if (t === 0) return known.spectrum ?? this.frames.spectrum(0);
    known.spectrum ??= this.frames.spectrum(t);
    return known.spectrum;
  }

  formants(t: number): FrameFormants {
    const known = this.at(t);
    known.formants ??= this.frames.formants(t);
    return known.formants;
  }

  candidates(t: number): readonly PitchCandidate[] {
    const known = this.at(t);
    known.candidates ??= this.frames.candidates(t);
    return known.candidates;
  }

  voiced(t: number, f0Hz: number, formants: FrameFormants): readonly number[] | undefined {
    const known = this.at(t);
    if (known.voiced?.f0Hz !== f0Hz) known.voiced = { f0Hz, values: this.frames.voiced(t, f0Hz, formants) };
    return known.voiced.values;
  }

  periods(t: number, f0Hz: number): PeriodStep {
    const known = this.at(t);
    known.periods = this.frames.periods(t, f0Hz, known.periods);
    return known.periods;
  }

  private at(t: number): KnownFrame {
    return this.memory.at(this.first + t);
  }
}
