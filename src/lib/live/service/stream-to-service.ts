import { WebSocket } from "ws";
import type { Waveform } from "../../audio/waveform";
import { InputError } from "../../check";
import type { LiveEvent } from "../live-event";
import type { StreamChoice } from "./start-message";

/** A microphone gives its samples in pieces about so long. */
const chunkSeconds = 0.1;

/** What came back from a stream. */
export interface StreamReply {
  /** In the order in which they came. */
  readonly events: readonly LiveEvent[];
  /** For each window how long its event took from the sending of its last sample, in ms. */
  readonly latenciesMs: readonly number[];
}

const eventTypes = ["speech-start", "speech-end", "window", "utterance"];

/**
 * Streams a recording to a service as a microphone would: a chunk every 100 ms, in real time, then a stop.
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
    const microphone = new Microphone(socket, samples, sampleRate);
    socket.on("open", () =>
      socket.send(JSON.stringify({ type: "start", sampleRate, format: "f32le", ...choice })),
    );
    socket.on("message", (data) => {
      const message = JSON.parse(String(data));
      if (message.type === "started") microphone.start();
      if (!eventTypes.includes(message.type)) return;
      events.push(message);
      if (message.type === "window") latenciesMs.push(microphone.millisecondsSince(message.endSeconds));
    });
    socket.on("error", reject);
    socket.on("close", (code, reason) => {
      microphone.stop();
      if (code === 1000) resolve({ events, latenciesMs });
      else reject(new InputError(`the service closed the stream with ${code}: ${reason}`));
    });
  });
}

/** Sends samples in real time, then a stop. */
class Microphone {
  private readonly chunkLength: number;
  /** When each chunk was sent. */
  private readonly sentAt: number[] = [];
  private startedAt = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly socket: WebSocket,
    private readonly samples: Float32Array,
    private readonly sampleRate: number,
  ) {
    this.chunkLength = Math.round(chunkSeconds * sampleRate);
  }

  start(): void {
    this.startedAt = performance.now();
    this.schedule();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Since the chunk was sent that holds the last sample before `seconds`. */
  millisecondsSince(seconds: number): number {
    const last = Math.round(seconds * this.sampleRate) - 1;
    return performance.now() - this.sentAt[Math.floor(last / this.chunkLength)];
  }

  /** The next chunk is sent when all of it would have been spoken. */
  private schedule(): void {
    const due = this.startedAt + 1000 * (this.sentAt.length + 1) * chunkSeconds;
    this.timer = setTimeout(() => this.send(), Math.max(0, due - performance.now()));
  }

  private send(): void {
    const start = this.sentAt.length * this.chunkLength;
    const chunk = this.samples.slice(start, start + this.chunkLength);
    if (chunk.length === 0) {
      this.socket.send(JSON.stringify({ type: "stop" }));
      return;
    }
    this.sentAt.push(performance.now());
    this.socket.send(new Uint8Array(chunk.buffer));
    this.schedule();
  }
}
