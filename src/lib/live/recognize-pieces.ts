import type { Waveform } from "../audio/waveform";
import type { SpeechModel } from "../models/saved/speech-model";
import type { LiveEvent, Probabilities } from "./live-event";
import { streamBounds } from "./stream-options";
import { StreamingRecognizer } from "./streaming-recognizer";

/** An utterance of a recording, decided without a threshold. */
export interface Utterance {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly emotion: string;
  readonly probabilities: Probabilities;
}

/**
 * Handed to the recognizer at a time, so that it holds little more than the utterance under way.
 */
const chunkSeconds = 10;

/**
 * The utterances of a recording that comes in pieces of one sample rate, as of hours of sound no
 * more than one is ever held.
 *
 * @param adapt whether a model normalised by speaker learns the voice as it goes, as of one person
 */
export async function recognizePieces(
  speechModel: SpeechModel,
  pieces: Iterable<Waveform> | AsyncIterable<Waveform>,
  adapt = false,
): Promise<Utterance[]> {
  const [, hopSeconds] = streamBounds.hopSeconds; // windows are not asked for
  const utterances: Utterance[] = [];
  let stream: StreamingRecognizer | undefined;
  for await (const { samples, sampleRate } of pieces) {
    stream ??= new StreamingRecognizer(speechModel, { sampleRate, hopSeconds, notSureBelow: 0, adapt });
    const length = chunkSeconds * sampleRate;
    for (let at = 0; at < samples.length; at += length) {
      utterances.push(...utterancesOf(await stream.push(samples.subarray(at, at + length))));
    }
  }
  return [...utterances, ...utterancesOf((await stream?.end()) ?? [])];
}

function utterancesOf(events: readonly LiveEvent[]): Utterance[] {
  return events.flatMap((event) => {
    if (event.type !== "utterance" || event.emotion === null) return [];
    const { startSeconds, endSeconds, emotion, probabilities } = event;
    return [{ startSeconds, endSeconds, emotion, probabilities }];
  });
}
