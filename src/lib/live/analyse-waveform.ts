import { resample } from "../audio/resample";
import type { Waveform } from "../audio/waveform";
import type { SpeechModel } from "../models/saved/speech-model";
import type { LiveEvent, Probabilities, UtteranceEvent, WindowEvent } from "./live-event";
import { namedProbabilities } from "./named-probabilities";
import { recognizeWaveform } from "./recognize-waveform";
import { StreamingRecognizer } from "./streaming-recognizer";

/** What a recording sounds like: as a whole, by utterance, and by window; the same events as of a stream. */
export interface RecordingResult {
  /** In Hz, of the file. */
  readonly sampleRate: number;
  readonly durationSeconds: number;
  /** Of the whole recording, as `ser predict` decides. */
  readonly emotion: string;
  readonly probabilities: Probabilities;
  readonly utterances: readonly UtteranceEvent[];
  readonly windows: readonly WindowEvent[];
}

/** Recognises a whole recording: by itself, and as a stream. */
export async function analyseWaveform(
  speechModel: SpeechModel,
  waveform: Waveform,
): Promise<RecordingResult> {
  const resampled = resample(waveform, speechModel.sampleRate); // once for both
  const { label, probabilities } = await recognizeWaveform(speechModel, resampled);
  const events = await streamedEvents(speechModel, resampled);
  return {
    sampleRate: waveform.sampleRate,
    durationSeconds: waveform.samples.length / waveform.sampleRate,
    emotion: label,
    probabilities: namedProbabilities(speechModel.recognizer.labels, probabilities),
    utterances: events.filter((event): event is UtteranceEvent => event.type === "utterance"),
    windows: events.filter((event): event is WindowEvent => event.type === "window"),
  };
}

async function streamedEvents(
  speechModel: SpeechModel,
  { samples, sampleRate }: Waveform,
): Promise<LiveEvent[]> {
  const stream = new StreamingRecognizer(speechModel, { sampleRate });
  return [...(await stream.push(samples)), ...(await stream.end())];
}
