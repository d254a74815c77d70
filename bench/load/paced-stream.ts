import { WebSocket } from "ws";
import type { LiveEvent } from "../../src/lib/live/live-event";
import { chunkSeconds, RealTimePace } from "../../src/service/real-time-pace";
import type { Speech } from "./speech";

/**
 * An utterance is known to have ended this much after its last sample: the pause less what is held.
 */
const utteranceKnownAfterSeconds = 0.65;

/** How long events took from the sending of the last sample that they needed, in ms. */
export interface Latencies {
  readonly window: number[];
  readonly utterance: number[];
}

/**
 * One stream in real time: a chunk every 100 ms from its own start on, from its own place in the
 * speech.
 */
export class PacedStream {
  readonly latencies: Latencies = { window: [], utterance: [] };
  /** Set when the stream is over: the close code. */
  closeCode: number | undefined;
  /** Knows how late chunks were sent: the generator's own fault. */
  readonly pace = new RealTimePace((index) => this.send(index));
  private readonly socket: WebSocket;
  private readonly chunkBytes: number;
  private readonly offset: number;
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
      this.pace.stop();
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
    this.pace.stop();
    this.stopped = true;
    if (this.closeCode !== undefined) return Promise.resolve();
    this.socket.send(JSON.stringify({ type: "stop" }));
    return new Promise((resolve) => this.socket.once("close", () => resolve()));
  }

  private take(event: LiveEvent | { type: "started" }): void {
    const { pace, latencies } = this;
    if (event.type === "started") pace.start();
    else if (event.type === "window") latencies.window.push(pace.millisecondsSince(event.endSeconds));
    else if (event.type === "utterance" && !this.stopped) {
      latencies.utterance.push(pace.millisecondsSince(event.endSeconds + utteranceKnownAfterSeconds));
    }
  }

  private send(index: number): void {
    const { bytes } = this.speech;
    const at = (this.offset + index * this.chunkBytes) % bytes.length;
    const chunk = bytes.subarray(at, at + this.chunkBytes);
    const rest = bytes.subarray(0, this.chunkBytes - chunk.length);
    this.socket.send(rest.length > 0 ? Buffer.concat([chunk, rest]) : chunk);
  }
}
