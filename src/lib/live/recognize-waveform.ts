import { resample } from "../audio/resample";
import type { VoiceActivityDetector } from "../audio/voice-activity";
import type { Waveform } from "../audio/waveform";
import type { FeatureSet } from "../features/feature-set";
import type { Prediction } from "../models/classifier";
import type { SpeakerStatistics } from "../models/normalization/speaker-statistics";
import type { Recognizer } from "../models/saved/recognizer";

/** A model with what it takes from a recording. */
export interface Listener {
  readonly recognizer: Recognizer;
  /** Of the training recordings, in Hz; others are resampled to it. */
  readonly sampleRate: number;
  /** The set that the recognizer was trained on. */
  readonly featureSet: FeatureSet;
  /** What tells speech from noise in a stream of a rate in Hz, one for each stream; default: `EnergyVoiceActivity`. */
  readonly detector?: (sampleRate: number) => VoiceActivityDetector;
}

/**
 * From one recording to an emotion: resampled to the training rate, features, normalisation, decision.
 *
 * @param speaker what is known of who speaks; takes this recording in first
 */
export async function recognizeWaveform(
  { recognizer, sampleRate, featureSet }: Listener,
  waveform: Waveform,
  speaker?: SpeakerStatistics,
): Promise<Prediction> {
  const row = await featureSet.extract(resample(waveform, sampleRate));
  speaker?.add(row);
  const [prediction] = await recognizer.recognize([row], speaker);
  return prediction;
}
