import type { Waveform } from "../audio/waveform";
import type { SpeechModel } from "../models/saved/speech-model";
import { random } from "../numbers/random";
import type { LiveEvent, UtteranceEvent } from "./live-event";
import type { StreamOptions } from "./stream-options";
import { StreamingRecognizer } from "./streaming-recognizer";

/** Faint noise between two recordings: long enough to end an utterance. */
const pauseSeconds = 1;
const pauseLevel = 3e-4;

/**
 * Streams one speaker's recordings one after another, with pauses of a second of faint noise
 * between, as if they had been said in a row.
 *
 * @param recordings all of one sample rate
 * @returns for each recording the events that it and the pause after it brought; its decision is
 *   that of `longestUtterance`
 * @example (await streamRecordings(speechModel, [tone(220), tone(150)])).length // 2
 */
export async function streamRecordings(
  speechModel: SpeechModel,
  recordings: readonly Waveform[],
  options: Omit<StreamOptions, "sampleRate"> = {},
): Promise<LiveEvent[][]> {
  if (recordings.length === 0) return [];
  const [{ sampleRate }] = recordings;
  const stream = new StreamingRecognizer(speechModel, { ...options, sampleRate });
  const source = random("pauses");
  const heard: LiveEvent[][] = [];
  for (const { samples } of recordings) {
    const pause = Float32Array.from(
      { length: pauseSeconds * sampleRate },
      () => pauseLevel * source.normal(),
    );
    heard.push([...(await stream.push(samples)), ...(await stream.push(pause))]);
  }
  heard[heard.length - 1].push(...(await stream.end()));
  return heard;
}

/** The longest utterance among events; undefined where there is none. */
export function longestUtterance(events: readonly LiveEvent[]): UtteranceEvent | undefined {
  const seconds = ({ startSeconds, endSeconds }: UtteranceEvent) => endSeconds - startSeconds;
  return events
    .filter((event): event is UtteranceEvent => event.type === "utterance")
    .sort((a, b) => seconds(b) - seconds(a))[0];
}
