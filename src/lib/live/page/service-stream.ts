import type { LiveEvent } from "../live-event";
import type { LiveStream, StreamListener } from "./live-source";

type Message =
  | LiveEvent
  | { type: "started" }
  | { type: "end" }
  | { type: "error"; code: number; message: string };

/** Close codes after which another try may do: lost, going away, restarting. */
const passing = [1001, 1005, 1006, 1012];
const FIRST_WAIT_SECONDS = 0.5;
const LONGEST_WAIT_SECONDS = 8;
/** Unsent bytes above which sound is left out: the connection is too slow. */
const MOST_UNSENT_BYTES = 2 ** 20;
const LAST_EVENTS_SECONDS = 10;

/**
 * A stream to the service. When the connection is lost it says so and connects anew, with longer and longer waits; what is said meanwhile is not recognised,
 * and times go on as if nothing had been.
 */
export class ServiceStream implements LiveStream {
  private socket!: WebSocket;
  private started = false;
  /** Samples of the microphone so far, heard by the service or not. */
  private samplesSeen = 0;
  /** Where the service's present stream begins, in seconds. */
  private offsetSeconds = 0;
  private waitSeconds = FIRST_WAIT_SECONDS;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private reason: string | undefined;
  private readonly ended: Promise<void>;
  private finish!: () => void;
  private stopping = false;

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
    const { readyState, bufferedAmount } = this.socket;
    if (this.started && readyState === WebSocket.OPEN && bufferedAmount < MOST_UNSENT_BYTES) {
      this.socket.send(samples as Float32Array<ArrayBuffer>);
    }
    this.samplesSeen += samples.length;
  }

  end(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.retry);
    if (!this.started) this.finish();
    else {
      this.socket.send(JSON.stringify({ type: "stop" }));
      setTimeout(() => this.finish(), LAST_EVENTS_SECONDS * 1000);
    }
    return this.ended.then(() => this.socket.close());
  }

  private open(): void {
    const socket = this.connect();
    this.socket = socket;
    socket.onopen = () => {
      socket.send(JSON.stringify({ type: "start", sampleRate: this.sampleRate, format: "f32le" }));
    };
    socket.onmessage = ({ data }) => this.take(JSON.parse(data));
    socket.onclose = ({ code, reason }) => this.lost(code, reason);
  }

  private take(message: Message): void {
    if (message.type === "started") this.begin();
    else if (message.type === "end") this.finish();
    else if (message.type === "error") this.reason = message.message;
    else this.listener.onEvents([shifted(message, this.offsetSeconds)]);
  }

  private begin(): void {
    this.started = true;
    this.offsetSeconds = this.samplesSeen / this.sampleRate;
    this.waitSeconds = FIRST_WAIT_SECONDS;
    this.listener.onTrouble(undefined);
  }

  private lost(code: number, reason: string): void {
    this.started = false;
    const why = this.reason ?? reason;
    this.reason = undefined;
    if (this.stopping) this.finish();
    else if (code === 1013) this.tryAgain(`The service is busy (${why})`);
    else if (passing.includes(code)) this.tryAgain("The connection to the service is lost");
    else {
      this.listener.onFailure(`The service ended the stream: ${why || `code ${code}`}.`);
      this.finish();
    }
  }

  private tryAgain(trouble: string): void {
    this.listener.onTrouble(`${trouble}. What is said now is not recognised; trying again…`);
    this.retry = setTimeout(() => this.open(), this.waitSeconds * 1000);
    this.waitSeconds = Math.min(2 * this.waitSeconds, LONGEST_WAIT_SECONDS);
  }
}

/** The event on the page's time line. */
function shifted(event: LiveEvent, seconds: number): LiveEvent {
  if ("timeSeconds" in event) return { ...event, timeSeconds: event.timeSeconds + seconds };
  return { ...event, startSeconds: event.startSeconds + seconds, endSeconds: event.endSeconds + seconds };
}
