import { resample } from "../audio/resample";
import type { Waveform } from "../audio/waveform";
import type { SpeechModel } from "../models/saved/speech-model";
import { type Answer, answerRecording } from "./answer-recording";
import type { LiveEvent, OtherDecision, UtteranceEvent, WindowEvent } from "./live-event";
import { type OtherModel, OtherModels } from "./other-models";
import { StreamingRecognizer } from "./streaming-recognizer";

/**
 * What a recording sounds like: as a whole, as `ser predict` answers; by utterance, and by window,
 * the same events as of a stream.
 */
export interface RecordingResult extends Answer {
  /** In Hz, of the file. */
  readonly sampleRate: number;
  readonly durationSeconds: number;
  readonly utterances: readonly UtteranceEvent[];
  readonly windows: readonly WindowEvent[];
  /** What the models beside the first one decide of the whole, where there are some. */
  readonly others?: readonly OtherDecision[];
}

/** The stream's own copies of its samples are no longer than this. */
const pieceSeconds = 10;

/**
 * Recognises a whole recording: by itself, and as a stream.
 *
 * @param others models that decide beside the first one; they hear the sound at its sample rate
 */
export async function analyseWaveform(
  speechModel: SpeechModel,
  waveform: Waveform,
  others: readonly OtherModel[] = [],
): Promise<RecordingResult> {
  const resampled = resample(waveform, speechModel.sampleRate); // once for both
  const answer = await answerRecording(speechModel, resampled);
  const events = await streamedEvents(speechModel, resampled, others);
  const beside = answer.reason ? [] : await new OtherModels(others, undefined, false).decide(resampled);
  return {
    sampleRate: waveform.sampleRate,
    durationSeconds: waveform.samples.length / waveform.sampleRate,
    ...answer,
    utterances: events.filter((event): event is UtteranceEvent => event.type === "utterance"),
    windows: events.filter((event): event is WindowEvent => event.type === "window"),
    ...(beside.length > 0 && { others: beside }),
  };
}

async function streamedEvents(
  speechModel: SpeechModel,
  { samples, sampleRate }: Waveform,
  others: readonly OtherModel[],
): Promise<LiveEvent[]> {
  const stream = new StreamingRecognizer(speechModel, { sampleRate }, others);
  const events: LiveEvent[] = [];
  const pieceLength = pieceSeconds * sampleRate;
  for (let at = 0; at < samples.length; at += pieceLength) {
    events.push(...(await stream.push(samples.subarray(at, at + pieceLength))));
  }
  return [...events, ...(await stream.end())];
}
