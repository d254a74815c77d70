import { resample } from "../audio/resample";
import type { Waveform } from "../audio/waveform";
import type { Row } from "../features/row";
import type { Unlikeness } from "../models/saved/heard-ranges";
import type { SpeechModel } from "../models/saved/speech-model";
import { type Answer, differencesOf } from "./answer-recording";
import { namedProbabilities } from "./named-probabilities";
import { type NoAnswer, SpeechJudge } from "./speech-judge";

/** What is kept of a recording until all that are answered with it have been heard. */
export type HeardRecording =
  | { readonly reason: NoAnswer }
  | { readonly row: Row; readonly differences: Partial<Unlikeness> };

/** An answer with what was heard beside it. */
export interface TogetherAnswer extends Answer {
  /**
   * What sounds like one speaker among the recordings, numbered from 1, where they were clustered.
   */
  readonly voice?: number;
}

/** Takes the features of a recording that is answered together with others. */
export async function hearRecording(speechModel: SpeechModel, waveform: Waveform): Promise<HeardRecording> {
  const resampled = resample(waveform, speechModel.sampleRate);
  const reason = new SpeechJudge(resampled.sampleRate).whyNot(resampled.samples);
  if (reason) return { reason };
  const row = await speechModel.featureSet.extract(resampled);
  return { row, differences: differencesOf(speechModel, resampled) };
}

/**
 * Answers for recordings together, in their order: what sounds like one speaker helps each other.
 */
export async function answerTogether(
  { recognizer }: SpeechModel,
  heard: readonly HeardRecording[],
): Promise<TogetherAnswer[]> {
  const judged = heard.flatMap((one) => ("row" in one ? [one.row] : []));
  const { predictions, clusters } = await recognizer.recognizeTogether(judged);
  let next = 0;
  return heard.map((one) => {
    if ("reason" in one) return { emotion: null, probabilities: null, reason: one.reason };
    const place = next++;
    const { label, probabilities } = predictions[place];
    return {
      emotion: label,
      probabilities: namedProbabilities(recognizer.labels, probabilities),
      ...(clusters && { voice: clusters[place] + 1 }),
      ...one.differences,
    };
  });
}
