import type { LiveEvent } from "../../lib/live/live-event";
import type { LiveStream, StreamListener } from "./live-source";
import { pcm16 } from "./pcm16";

type Message =
  | LiveEvent
  | { type: "started" }
  | { type: "end" }
  | { type: "error"; code: number; message: string };

/** Close codes after which another try may do: lost, going away, restarting. */
const passing = [1001, 1005, 1006, 1012];
/** The close code after a stop. */
const DONE = 1000;
const FIRST_WAIT_SECONDS = 0.5;
const LONGEST_WAIT_SECONDS = 8;
/**
 * Of sound that waits to be sent, for its decisions, or for the service to take the stream: above
 * it, the page says that something is slow.
 */
const SLOW_SECONDS = 1.5;
/**
 * Of sound that waits to be sent: above it, what is said is left out until the connection has
 * caught up.
 */
const MOST_UNSENT_SECONDS = 10;
const LAST_EVENTS_SECONDS = 10;
/** Of a sample as it is sent. */
const BYTES = 2;

/**
 * A stream to the service. When the connection is lost it says so and connects anew, with longer
 * and longer waits; what is said meanwhile is not recognised, and times go on as if nothing had
 * been. When the connection falls far behind, the stream is ended, and another begins when it has
 * caught up.
 */
export class ServiceStream implements LiveStream {
  private socket!: WebSocket;
  /** Samples are sent while it listens, last events come while it ends. */
  private phase: "opening" | "listening" | "ending" | "lost" = "opening";
  /** Samples of the microphone so far, heard by the service or not. */
  private samplesSeen = 0;
  /** Of these, when the present connection was asked for. */
  private samplesBefore = 0;
  /** Where the service's present stream begins, in seconds. */
  private offsetSeconds = 0;
  /**
   * How late the last window's decision came, while speech goes on: what is sent may wait where the
   * page does not see it.
   */
  private lateSeconds = 0;
  private waitSeconds = FIRST_WAIT_SECONDS;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private reason: string | undefined;
  /** What was told last. */
  private trouble: string | undefined;
  /** Whether the last events came. */
  private readonly ended: Promise<boolean>;
  private finish!: (isComplete: boolean) => void;
  private stopping = false;
  private failed = false;

  constructor(
    private readonly connect: () => WebSocket,
    private readonly sampleRate: number,
    private readonly listener: StreamListener,
  ) {
    this.ended = new Promise((resolve) => {
      this.finish = resolve;
    });
    this.open();
  }

  push(samples: Float32Array): void {
    this.samplesSeen += samples.length;
    if (this.phase === "listening" && this.socket.readyState === this.socket.OPEN) this.send(samples);
    else if (this.phase === "opening" && this.secondsSince(this.samplesBefore) > SLOW_SECONDS) {
      this.tell(this.trouble ?? unheard("The service does not answer yet"));
    }
  }

  async end(): Promise<boolean> {
    this.stopping = true;
    clearTimeout(this.retry);
    const isHeard = this.phase === "listening" || this.trouble === undefined;
    if (this.phase === "listening") this.stop();
    const patience = setTimeout(() => this.finish(false), LAST_EVENTS_SECONDS * 1000);
    if (this.phase !== "ending") this.finish(true);
    const isComplete = (await this.ended) && isHeard;
    clearTimeout(patience);
    this.socket.close();
    if (!isComplete && !this.failed) {
      this.listener.onFailure("The last decisions did not come: what was said last may be missing.");
    }
    return isComplete;
  }

  private send(samples: Float32Array): void {
    const unsentSeconds = this.socket.bufferedAmount / BYTES / this.sampleRate;
    if (unsentSeconds > MOST_UNSENT_SECONDS) this.catchUp();
    else {
      this.socket.send(pcm16(samples));
      this.tellLag(Math.max(unsentSeconds, this.lateSeconds));
    }
  }

  private tellLag(seconds: number): void {
    if (seconds > SLOW_SECONDS) {
      this.tell("The connection to the service is too slow: decisions come some seconds late.");
    } else if (seconds < SLOW_SECONDS / 2) this.tell(undefined);
  }

  /**
   * A gap within a stream would make all later times wrong: what comes after it goes into another
   * stream.
   */
  private catchUp(): void {
    this.stop();
    this.tell(unheard("The connection to the service is too slow"));
  }

  private stop(): void {
    this.phase = "ending";
    this.socket.send(JSON.stringify({ type: "stop" }));
  }

  private open(): void {
    this.phase = "opening";
    this.samplesBefore = this.samplesSeen;
    const socket = this.connect();
    this.socket = socket;
    socket.onopen = () => {
      socket.send(JSON.stringify({ type: "start", sampleRate: this.sampleRate, format: "s16le" }));
    };
    socket.onmessage = ({ data }) => this.take(JSON.parse(data));
    socket.onclose = ({ code, reason }) => this.onClose(code, reason);
  }

  private take(message: Message): void {
    if (message.type === "started") this.begin();
    else if (message.type === "end") this.onEnd();
    else if (message.type === "error") this.reason = message.message;
    else this.pass(shifted(message, this.offsetSeconds));
  }

  private pass(event: LiveEvent): void {
    this.lateSeconds = event.type === "window" ? this.samplesSeen / this.sampleRate - event.endSeconds : 0;
    this.listener.onEvents([event]);
  }

  private begin(): void {
    if (this.stopping) return;
    this.phase = "listening";
    this.lateSeconds = 0;
    this.offsetSeconds = this.samplesSeen / this.sampleRate;
    this.waitSeconds = FIRST_WAIT_SECONDS;
    this.tell(undefined);
  }

  private onEnd(): void {
    if (this.stopping) this.finish(true);
  }

  private onClose(code: number, reason: string): void {
    this.phase = "lost";
    const why = this.reason ?? reason;
    this.reason = undefined;
    if (this.stopping) this.finish(false);
    else if (code === DONE) this.open();
    else if (code === 1013) this.tryAgain(`The service is busy (${why})`);
    else if (passing.includes(code)) this.tryAgain("The connection to the service is lost");
    else {
      this.failed = true;
      this.listener.onFailure(`The service ended the stream: ${why || `code ${code}`}.`);
      this.finish(false);
    }
  }

  private tryAgain(trouble: string): void {
    this.listener.onEvents([{ type: "speech-end", timeSeconds: this.samplesSeen / this.sampleRate }]);
    this.tell(unheard(trouble));
    this.retry = setTimeout(() => this.open(), this.waitSeconds * 1000);
    this.waitSeconds = Math.min(2 * this.waitSeconds, LONGEST_WAIT_SECONDS);
  }

  private tell(trouble: string | undefined): void {
    if (trouble === this.trouble) return;
    this.trouble = trouble;
    this.listener.onTrouble(trouble);
  }

  private secondsSince(samples: number): number {
    return (this.samplesSeen - samples) / this.sampleRate;
  }
}

function unheard(trouble: string): string {
  return `${trouble}. What is said now is not recognised; trying again…`;
}

/** The event on the page's time line. */
function shifted(event: LiveEvent, seconds: number): LiveEvent {
  if ("timeSeconds" in event) return { ...event, timeSeconds: event.timeSeconds + seconds };
  return { ...event, startSeconds: event.startSeconds + seconds, endSeconds: event.endSeconds + seconds };
}
