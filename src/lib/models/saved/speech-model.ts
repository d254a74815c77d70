import type { VoiceActivityDetector } from "../../audio/voice-activity";
import type { FeatureSet } from "../../features/feature-set";
import type { HeardRanges } from "./heard-ranges";
import type { Recognizer } from "./recognizer";

/** A model with what it takes from a recording. */
export interface SpeechModel {
  readonly recognizer: Recognizer;
  /** Of the training recordings, in Hz; others are resampled to it. */
  readonly sampleRate: number;
  /** The set that the recognizer was trained on. */
  readonly featureSet: FeatureSet;
  /** What the training recordings sounded like; absent in models saved before this was kept. */
  readonly heard?: HeardRanges;
  /**
   * What tells speech from noise in a stream of a rate in Hz, one for each stream; default:
   * `EnergyVoiceActivity`.
   */
  readonly detector?: (sampleRate: number) => VoiceActivityDetector;
}
