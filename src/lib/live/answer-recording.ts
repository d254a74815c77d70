import { resample } from "../audio/resample";
import type { Waveform } from "../audio/waveform";
import { measureAsHeard } from "../features/measure-as-heard";
import type { SpeakerStatistics } from "../models/normalization/speaker-statistics";
import { type Unlikeness, unlikeness } from "../models/saved/heard-ranges";
import type { SpeechModel } from "../models/saved/speech-model";
import type { Probabilities } from "./live-event";
import { namedProbabilities } from "./named-probabilities";
import { recognizeWaveform } from "./recognize-waveform";
import { type NoAnswer, SpeechJudge } from "./speech-judge";

/** What is said of a whole recording, alike on the command line, by the service and on the page. */
export interface Answer extends Partial<Unlikeness> {
  /** Null where there is nothing to judge. */
  readonly emotion: string | null;
  /** Null where there is nothing to judge. */
  readonly probabilities: Probabilities | null;
  /** Why there is no emotion. */
  readonly reason?: NoAnswer;
}

/**
 * Answers for a recording: an emotion with its probabilities where somebody speaks long enough,
 * else the reason why there is none.
 *
 * @param speaker what is known of who speaks; takes this recording in first, where it is judged
 */
export async function answerRecording(
  speechModel: SpeechModel,
  waveform: Waveform,
  speaker?: SpeakerStatistics,
): Promise<Answer> {
  const resampled = resample(waveform, speechModel.sampleRate);
  const reason = new SpeechJudge(resampled.sampleRate).whyNot(resampled.samples);
  if (reason) return { emotion: null, probabilities: null, reason };
  const { label, probabilities } = await recognizeWaveform(speechModel, resampled, speaker);
  return {
    emotion: label,
    probabilities: namedProbabilities(speechModel.recognizer.labels, probabilities),
    ...differencesOf(speechModel, resampled),
  };
}

/** How the recording differs from what the model has learned from, where the model knows. */
export function differencesOf({ heard, recognizer }: SpeechModel, waveform: Waveform): Partial<Unlikeness> {
  return heard ? unlikeness(heard, measureAsHeard(waveform, recognizer.featureSet)) : {};
}
