import { WebSocket } from "ws";
import type { Waveform } from "../lib/audio/waveform";
import { InputError } from "../lib/check";
import type { LiveEvent } from "../lib/live/live-event";
import { chunkSeconds, RealTimePace } from "./real-time-pace";
import type { StreamChoice } from "./streams/start-message";

/** What came back from a stream. */
export interface StreamReply {
  /** In the order in which they came. */
  readonly events: readonly LiveEvent[];
  /** For each window how long its event took from the sending of its last sample, in ms. */
  readonly latenciesMs: readonly number[];
}

const eventTypes = ["speech-start", "speech-end", "window", "utterance"];

/**
 * Streams a recording to a service as a microphone would: a chunk every 100 ms, in real time, then
 * a stop.
 *
 * @param url of the service, such as "http://127.0.0.1:8080"
 * @throws InputError with the service's words, where it refuses the stream
 * @example (await streamToService(service.url, recording)).latenciesMs // [12.1, 9.8, 11.4]
 */
export function streamToService(
  url: string,
  { samples, sampleRate }: Waveform,
  choice: Omit<StreamChoice, "sampleRate"> = {},
): Promise<StreamReply> {
  return new Promise((resolve, reject) => {
    const events: LiveEvent[] = [];
    const latenciesMs: number[] = [];
    const socket = new WebSocket(`${url.replace(/^http/, "ws")}/v1/stream`);
    const chunkLength = Math.round(chunkSeconds * sampleRate);
    const pace = new RealTimePace((index) => {
      const chunk = samples.slice(index * chunkLength, (index + 1) * chunkLength);
      if (chunk.length > 0) return socket.send(new Uint8Array(chunk.buffer));
      pace.stop();
      socket.send(JSON.stringify({ type: "stop" }));
    });
    socket.on("open", () =>
      socket.send(JSON.stringify({ type: "start", sampleRate, format: "f32le", ...choice })),
    );
    socket.on("message", (data) => {
      const message = JSON.parse(String(data));
      if (message.type === "started") pace.start();
      if (!eventTypes.includes(message.type)) return;
      events.push(message);
      if (message.type === "window") latenciesMs.push(pace.millisecondsSince(message.endSeconds));
    });
    socket.on("error", reject);
    socket.on("close", (code, reason) => {
      pace.stop();
      if (code === 1000) resolve({ events, latenciesMs });
      else reject(new InputError(`the service closed the stream with ${code}: ${reason}`));
    });
  });
}
