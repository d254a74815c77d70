import type { RawData, WebSocket } from "ws";
import { InputError } from "../lib/check";
import type { LiveEvent } from "../lib/live/live-event";
import { type CloseCode, closeCode } from "./close-code";
import { decodeSamples, type SampleFormat } from "./decode-samples";
import type { ServiceMetrics } from "./service-metrics";
import type { ServiceLimits } from "./service-options";
import { parseMessage, parseStart } from "./start-message";
import { type AnalysisPool, BusyError } from "./threads/analysis-pool";
import type { StreamAnalysis } from "./threads/analysis-thread";

/** Sent to the analysis at a time, so that streams take turns. */
const PIECE_SECONDS = 0.25;
/** A client that sends faster than it is listened to is read no further than this ahead. */
const AHEAD_SECONDS = 5;
/** A close frame's reason has room for so much, RFC 6455, section 5.5. */
const REASON_BYTES = 123;
/** How long a client may take to answer a close before its connection is cut. */
const CLOSE_SECONDS = 2;

/** What a session needs of the service. */
export interface SessionContext {
  readonly pool: AnalysisPool;
  readonly limits: ServiceLimits;
  readonly metrics: ServiceMetrics;
}

interface Piece {
  readonly seconds: number;
  /** Of the message's arrival, in ms. */
  readonly arrivedAt: number;
}

/** One WebSocket from its start message to its close; PROTOCOL.md tells what is said. */
export class StreamSession {
  private analysis: StreamAnalysis | undefined;
  private format: SampleFormat = "s16le";
  private sampleRate = 0;
  private streamedSeconds = 0;
  /** Pieces that the analysis has not answered, oldest first. */
  private readonly unanswered: Piece[] = [];
  private aheadSeconds = 0;
  /** Why it ends; set once, when nothing more is taken in. */
  private ending: { readonly code: CloseCode; readonly message: string } | undefined;
  private readonly idle: NodeJS.Timeout;
  private readonly finished: Promise<void>;

  constructor(
    private readonly socket: WebSocket,
    private readonly context: SessionContext,
  ) {
    const { maxIdleSeconds } = context.limits;
    this.idle = setTimeout(() => this.onIdle(), maxIdleSeconds * 1000);
    this.finished = new Promise((resolve) => socket.once("close", resolve));
    socket.on("message", (data, isBinary) => this.onMessage(data, isBinary));
    socket.on("close", () => this.onClose());
  }

  /** Gives the stream its last events and closes it; fulfilled when the connection is gone. */
  async drain(): Promise<void> {
    this.finish(closeCode.goingAway, "the service is stopping");
    await this.finished;
  }

  private onMessage(data: RawData, isBinary: boolean): void {
    if (this.ending) return;
    this.idle.refresh();
    try {
      if (!isBinary) this.onText(String(data));
      else if (this.analysis) this.onSamples(data as Buffer, this.analysis);
      else this.fail(closeCode.unsupported, "samples came before the start message");
    } catch (error) {
      if (error instanceof InputError) this.fail(closeCode.invalid, error.message);
      else if (error instanceof BusyError) this.fail(closeCode.busy, error.message);
      else {
        console.error(error);
        this.fail(closeCode.failure, "the service failed; the fault is its own");
      }
    }
  }

  private onText(text: string): void {
    if (!this.analysis) this.start(text);
    else if (parseMessage(text).type === "stop") this.finish(closeCode.done, "stopped");
    else this.fail(closeCode.unsupported, 'after the start a stream takes samples and {"type":"stop"}');
  }

  private start(text: string): void {
    const { format, options } = parseStart(text);
    this.format = format;
    this.sampleRate = options.sampleRate;
    this.analysis = this.context.pool.open(options, {
      onOpened: () => this.send({ type: "started" }),
      onEvents: (events) => this.onEvents(events),
      onEnded: (events) => this.onEnded(events),
      onFailed: (message, refused) => this.fail(refused ? closeCode.invalid : closeCode.failure, message),
    });
  }

  private onSamples(bytes: Buffer, analysis: StreamAnalysis): void {
    const samples = decodeSamples(bytes, this.format);
    const pieceLength = Math.ceil(PIECE_SECONDS * this.sampleRate);
    const arrivedAt = performance.now();
    for (let at = 0; at < samples.length; at += pieceLength) {
      const piece = samples.slice(at, at + pieceLength);
      const seconds = piece.length / this.sampleRate;
      this.unanswered.push({ seconds, arrivedAt });
      this.aheadSeconds += seconds;
      this.streamedSeconds += seconds;
      analysis.push(piece);
    }
    if (this.aheadSeconds > AHEAD_SECONDS) this.socket.pause();
    const { maxStreamSeconds } = this.context.limits;
    if (this.streamedSeconds >= maxStreamSeconds) {
      this.finish(closeCode.policy, `a stream may last ${maxStreamSeconds} s; open another one`);
    }
  }

  private onEvents(events: readonly LiveEvent[]): void {
    const { seconds, arrivedAt } = this.unanswered.shift()!;
    this.aheadSeconds -= seconds;
    if (this.socket.isPaused && this.aheadSeconds < AHEAD_SECONDS / 2) this.socket.resume();
    for (const event of events) {
      this.send(event);
      if (event.type === "window") this.context.metrics.windows.inc();
      this.context.metrics.latency.observe((performance.now() - arrivedAt) / 1000);
    }
  }

  private onEnded(events: readonly LiveEvent[]): void {
    for (const event of events) this.send(event);
    const { code, message } = this.ending!;
    this.send({ type: "end" });
    this.close(code, message, code === closeCode.done ? "stopped" : "cut");
  }

  private onIdle(): void {
    const { maxIdleSeconds } = this.context.limits;
    if (this.socket.isPaused) this.idle.refresh();
    else this.fail(closeCode.policy, `nothing came for ${maxIdleSeconds} s`);
  }

  /** Ends in order: what was sent is listened to, and the last events are given. */
  private finish(code: CloseCode, message: string): void {
    if (this.ending) return;
    this.ending = { code, message };
    clearTimeout(this.idle);
    if (this.analysis) this.analysis.end();
    else this.close(code, message, "cut");
  }

  /** Ends at once, with an error that says why. */
  private fail(code: CloseCode, message: string): void {
    this.ending ??= { code, message };
    this.analysis?.release();
    this.send({ type: "error", code, message });
    this.close(code, message, code === closeCode.busy ? "refused" : "cut");
  }

  private send(message: object): void {
    const { socket } = this;
    if (socket.readyState !== socket.OPEN) return;
    socket.send(JSON.stringify(message));
    if (socket.bufferedAmount <= this.context.limits.maxUnsentBytes) return;
    this.count("cut");
    socket.terminate(); // a close frame would only join what it does not take
  }

  private close(code: CloseCode, message: string, outcome: string): void {
    clearTimeout(this.idle);
    this.count(outcome);
    this.socket.resume(); // the answer to the close must be read
    this.socket.close(code, message.replace(/[^ -~]/g, "?").slice(0, REASON_BYTES));
    setTimeout(() => this.socket.terminate(), CLOSE_SECONDS * 1000).unref();
  }

  /** The other side went away, or the connection broke, unless it was closed from here. */
  private onClose(): void {
    clearTimeout(this.idle);
    this.analysis?.release();
    this.count("left");
  }

  private counted = false;

  private count(outcome: string): void {
    if (this.counted) return;
    this.counted = true;
    this.context.metrics.streams.inc({ outcome });
  }
}
