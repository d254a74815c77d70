import { WebSocket } from "ws";
import type { LiveEvent } from "../../src/lib/live/live-event";
import type { Speech } from "./speech";

export const chunkSeconds = 0.1;
/** An utterance is known to have ended this much after its last sample: the pause less what is held. */
const utteranceKnownAfterSeconds = 0.65;

/** How long events took from the sending of the last sample that they needed, in ms. */
export interface Latencies {
  readonly window: number[];
  readonly utterance: number[];
}

/** One stream in real time: a chunk every 100 ms from its own start on, from its own place in the speech. */
export class PacedStream {
  readonly latencies: Latencies = { window: [], utterance: [] };
  /** How late chunks were sent, in ms: the generator's own fault. */
  readonly lateness: number[] = [];
  /** Set when the stream is over: the close code. */
  closeCode: number | undefined;
  private readonly sentAt: number[] = [];
  private readonly socket: WebSocket;
  private readonly chunkBytes: number;
  private readonly offset: number;
  private startedAt: number | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** An utterance that the stop ends, with those of all other streams, tells nothing. */
  private stopped = false;

  constructor(
    url: string,
    private readonly speech: Speech,
    place: number,
  ) {
    this.chunkBytes = 2 * Math.round(chunkSeconds * speech.sampleRate);
    this.offset = 2 * Math.floor((place * speech.bytes.length) / 2);
    this.socket = new WebSocket(`${url.replace("http", "ws")}/v1/stream`);
    this.socket.on("open", () =>
      this.socket.send(JSON.stringify({ type: "start", sampleRate: speech.sampleRate, format: "s16le" })),
    );
    this.socket.on("message", (data) => this.take(JSON.parse(String(data))));
    this.socket.on("error", () => {});
    this.socket.on("close", (code) => {
      this.closeCode = code;
      clearTimeout(this.timer);
    });
  }

  /** Fulfilled when the service has taken or refused it. */
  opened(): Promise<void> {
    return new Promise((resolve) => {
      this.socket.once("message", () => resolve());
      this.socket.once("close", () => resolve());
    });
  }

  stop(): Promise<void> {
    clearTimeout(this.timer);
    this.stopped = true;
    if (this.closeCode !== undefined) return Promise.resolve();
    this.socket.send(JSON.stringify({ type: "stop" }));
    return new Promise((resolve) => this.socket.once("close", () => resolve()));
  }

  private take(event: LiveEvent | { type: "started" }): void {
    if (event.type === "started") {
      this.startedAt = performance.now();
      this.schedule();
    } else if (event.type === "window") this.note(this.latencies.window, event.endSeconds);
    else if (event.type === "utterance" && !this.stopped) {
      this.note(this.latencies.utterance, event.endSeconds + utteranceKnownAfterSeconds);
    }
  }

  private note(latencies: number[], neededSeconds: number): void {
    const chunk = Math.ceil(neededSeconds / chunkSeconds - 1e-6) - 1;
    latencies.push(performance.now() - this.sentAt[Math.min(chunk, this.sentAt.length - 1)]);
  }

  private schedule(): void {
    const due = this.startedAt! + (this.sentAt.length + 1) * chunkSeconds * 1000;
    this.timer = setTimeout(
      () => {
        this.lateness.push(performance.now() - due);
        this.send();
        this.schedule();
      },
      Math.max(0, due - performance.now()),
    );
  }

  private send(): void {
    const { bytes } = this.speech;
    const at = (this.offset + this.sentAt.length * this.chunkBytes) % bytes.length;
    const chunk = bytes.subarray(at, at + this.chunkBytes);
    const rest = bytes.subarray(0, this.chunkBytes - chunk.length);
    this.sentAt.push(performance.now());
    this.socket.send(rest.length > 0 ? Buffer.concat([chunk, rest]) : chunk);
  }
}
