import type { FrameFormants } from "./spectrum/formants";
import type { SpectrumFrame } from "./spectrum/spectrum-frame";
import type { Perturbation } from "./voice-quality/jitter-shimmer";
import type { VoicedFrame } from "./voice-quality/voiced-frame";

/** What contours are measured from, each computed at most once per frame. */
export interface Sources {
  readonly spectrum: SpectrumFrame;
  readonly formants: FrameFormants;
  readonly voiced: VoicedFrame;
  readonly periods: Perturbation;
}

export type Source = keyof Sources;

/** A measure that has a value in every frame, 10 ms apart. */
export interface Contour<S extends Source> {
  readonly source: S;
  /** Length of the frames. Those of 60 ms have a value only where they are voiced. */
  readonly frame: "20 ms" | "60 ms";
  /**
   * How it is smoothed over three frames before statistics are taken: `sma3` over all, `sma3nz`
   * over those that are not zero. Absent where it is taken as it is, and is no descriptor by
   * itself.
   */
  readonly smoothing?: "sma3" | "sma3nz";
  /** openSMILE's name of the smoothed contour; default the contour's name and smoothing. */
  readonly descriptor?: string;
  /** Unit of its values; "1" for a number without one. */
  readonly unit: string;
  /** What it measures, in a few words. */
  readonly measures: string;
  /** Formula, and where it is from. */
  readonly definition: string;
  /** Value of an unvoiced frame; default 0. */
  readonly unvoiced?: number;
  readonly of: (source: Sources[S]) => number;
}

/** A contour of any source. */
export type AnyContour = { [S in Source]: Contour<S> }[Source];

type Declared<S extends Source> = Omit<Contour<S>, "source" | "frame">;

/** A contour of a 20 ms frame's spectrum. */
export const ofSpectrum = (contour: Declared<"spectrum">): Contour<"spectrum"> => ({
  source: "spectrum",
  frame: "20 ms",
  ...contour,
});
/** A contour of the formants of a 20 ms frame. */
export const ofFormants = (contour: Declared<"formants">): Contour<"formants"> => ({
  source: "formants",
  frame: "20 ms",
  ...contour,
});
/** A contour of a voiced 60 ms frame. */
export const ofVoiced = (contour: Declared<"voiced">): Contour<"voiced"> => ({
  source: "voiced",
  frame: "60 ms",
  ...contour,
});
/** A contour of the periods of a voiced 60 ms frame. */
export const ofPeriods = (contour: Declared<"periods">): Contour<"periods"> => ({
  source: "periods",
  frame: "60 ms",
  ...contour,
});
