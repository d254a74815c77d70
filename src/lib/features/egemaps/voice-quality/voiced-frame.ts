import type { FrameFormants } from "../spectrum/formants";
import type { Harmonics } from "./harmonics";

/** A 60 ms frame whose pitch was decided. */
export interface VoicedFrame {
  readonly f0Hz: number;
  /** Harmonics-to-noise ratio in dB. */
  readonly hnrDb: number;
  readonly harmonics: Harmonics;
  readonly formants: FrameFormants;
}
