import type { RawData, WebSocket } from "ws";
import { InputError } from "../../lib/check";
import type { LiveEvent } from "../../lib/live/live-event";
import { BusyError } from "../busy-error";
import { decodeSamples, type SampleFormat } from "../decode-samples";
import type { StreamAnalysis } from "../threads/analysis-thread";
import { type CloseCode, closeCode } from "./close-code";
import { closeSoon } from "./close-soon";
import { FloodError, MessageBudget } from "./message-budget";
import { SampleJoiner } from "./sample-joiner";
import type { SessionContext } from "./session-context";
import { checkTextLength, parseMessage, parseStart } from "./start-message";
import { StreamPace } from "./stream-pace";

/** Sent to the analysis at a time, so that streams take turns. */
const PIECE_SECONDS = 0.25;
/** Shorter messages are joined, and so much sound waits at most so long for more. */
const JOIN_SECONDS = 0.02;
/** A client that sends faster than it is listened to is read no further than this ahead. */
const AHEAD_SECONDS = 5;

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
  private joiner = new SampleJoiner(1, 1);
  private joining: NodeJS.Timeout | undefined;
  private readonly budget = new MessageBudget();
  private readonly pace = new StreamPace();
  /** Runs while nothing is read, as the client is too far ahead of real time. */
  private pausing: NodeJS.Timeout | undefined;
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
    socket.on("message", (data, isBinary) => this.guarded(() => this.onMessage(data, isBinary)));
    socket.on("ping", () => this.guarded(() => this.budget.take(0)));
    socket.on("close", () => this.onClose());
  }

  /** Gives the stream its last events and closes it; fulfilled when the connection is gone. */
  async drain(): Promise<void> {
    this.finish(closeCode.goingAway, "the service is stopping");
    await this.finished;
  }

  private onMessage(data: RawData, isBinary: boolean): void {
    this.idle.refresh();
    if (!isBinary) this.onText(data as Buffer);
    else if (this.analysis) this.onSamples(data as Buffer, this.analysis);
    else this.fail(closeCode.unsupported, "samples came before the start message");
  }

  /**
   * What the client sent is wrong or too much, or the service at fault: each has its own close
   * code.
   */
  private guarded(take: () => void): void {
    if (this.ending) return;
    try {
      take();
    } catch (error) {
      if (error instanceof FloodError) this.failUnread(error.message);
      else if (error instanceof InputError) this.fail(closeCode.invalid, error.message);
      else if (error instanceof BusyError) this.fail(closeCode.busy, error.message);
      else {
        console.error(error);
        this.fail(closeCode.failure, "the service failed; the fault is its own");
      }
    }
  }

  private onText(bytes: Buffer): void {
    checkTextLength(bytes.length);
    const text = String(bytes);
    if (!this.analysis) this.start(text);
    else if (parseMessage(text).type === "stop") this.finish(closeCode.done, "stopped");
    else this.fail(closeCode.unsupported, 'after the start a stream takes samples and {"type":"stop"}');
  }

  private start(text: string): void {
    const { format, options } = parseStart(text);
    this.format = format;
    this.sampleRate = options.sampleRate;
    const [longest, least] = [PIECE_SECONDS, JOIN_SECONDS].map((it) => Math.ceil(it * this.sampleRate));
    this.joiner = new SampleJoiner(longest, least);
    this.analysis = this.context.pool.open(options, {
      onOpened: () => this.send({ type: "started", ...this.context.mark }),
      onEvents: (events) => this.onEvents(events),
      onEnded: (events) => this.onEnded(events),
      onFailed: (message, refused) => this.fail(refused ? closeCode.invalid : closeCode.failure, message),
    });
  }

  private onSamples(bytes: Buffer, analysis: StreamAnalysis): void {
    const samples = decodeSamples(bytes, this.format);
    const seconds = samples.length / this.sampleRate;
    this.budget.take(seconds);
    this.streamedSeconds += seconds;
    this.push(this.joiner.add(samples), analysis);
    if (this.joiner.holds) this.joining ??= setTimeout(() => this.pushHeld(), JOIN_SECONDS * 1000);
    if (this.aheadSeconds > AHEAD_SECONDS) this.socket.pause();
    const waitMs = this.pace.take(seconds);
    if (waitMs > 0) this.pauseFor(waitMs);
    const { maxStreamSeconds } = this.context.limits;
    if (this.streamedSeconds >= maxStreamSeconds) {
      this.finish(closeCode.policy, `a stream may last ${maxStreamSeconds} s; open another one`);
    }
  }

  private pauseFor(milliseconds: number): void {
    this.socket.pause();
    clearTimeout(this.pausing);
    this.pausing = setTimeout(() => {
      this.pausing = undefined;
      this.resumeWhenHeard();
    }, milliseconds);
  }

  private resumeWhenHeard(): void {
    const isHeard = this.aheadSeconds < AHEAD_SECONDS / 2;
    if (this.socket.isPaused && isHeard && !this.pausing && !this.ending) this.socket.resume();
  }

  private push(pieces: readonly Float32Array[], analysis: StreamAnalysis): void {
    const arrivedAt = performance.now();
    for (const piece of pieces) {
      const seconds = piece.length / this.sampleRate;
      this.unanswered.push({ seconds, arrivedAt });
      this.aheadSeconds += seconds;
      analysis.push(piece);
    }
  }

  private pushHeld(): void {
    clearTimeout(this.joining);
    this.joining = undefined;
    if (this.analysis) this.push(this.joiner.flush(), this.analysis);
  }

  private onEvents(events: readonly LiveEvent[]): void {
    const { seconds, arrivedAt } = this.unanswered.shift()!;
    this.aheadSeconds -= seconds;
    this.resumeWhenHeard();
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
    this.pushHeld();
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

  /** Ends a flood at once: nothing more of it is read, not even its answer to the close. */
  private failUnread(message: string): void {
    this.fail(closeCode.policy, message);
    this.socket.pause();
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
    this.clearTimers();
    this.count(outcome);
    this.socket.resume(); // the answer to the close must be read
    closeSoon(this.socket, code, message);
  }

  /** The other side went away, or the connection broke, unless it was closed from here. */
  private onClose(): void {
    this.clearTimers();
    this.analysis?.release();
    this.count("left");
  }

  private clearTimers(): void {
    for (const timer of [this.idle, this.joining, this.pausing]) clearTimeout(timer);
  }

  private counted = false;

  private count(outcome: string): void {
    if (this.counted) return;
    this.counted = true;
    this.context.metrics.streams.inc({ outcome });
  }
}
