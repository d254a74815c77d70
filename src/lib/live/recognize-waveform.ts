import { resample } from "../audio/resample";
import type { Waveform } from "../audio/waveform";
import type { Prediction } from "../models/classifier";
import type { SpeakerStatistics } from "../models/normalization/speaker-statistics";
import type { SpeechModel } from "../models/saved/speech-model";

/**
 * From one recording to an emotion: resampled to the training rate, features, normalisation,
 * decision.
 *
 * @param speaker what is known of who speaks; takes this recording in first
 */
export async function recognizeWaveform(
  { recognizer, sampleRate, featureSet }: SpeechModel,
  waveform: Waveform,
  speaker?: SpeakerStatistics,
): Promise<Prediction> {
  const row = await featureSet.extract(resample(waveform, sampleRate));
  speaker?.add(row);
  const [prediction] = await recognizer.recognize([row], speaker);
  return prediction;
}
