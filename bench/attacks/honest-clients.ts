import { PacedStream } from "../load/paced-stream";
import type { Speech } from "../load/speech";
import { pause } from "./attack";

/** From one question to the next. */
const askSeconds = 0.05;

/** What others felt for a while. */
export interface Felt {
  /** Of windows, from the sending of the last sample that they need, in ms. */
  readonly windowMs: readonly number[];
  /** Of /healthz, in ms. */
  readonly healthMs: readonly number[];
  /** Streams that the service ended. */
  readonly cut: number;
}

/**
 * Streams in real time and somebody who asks whether the service lives, for as long as the attacks
 * last.
 */
export class HonestClients {
  private streams: PacedStream[] = [];
  private healthMs: number[] = [];
  private isOver = false;

  constructor(
    private readonly url: string,
    private readonly speech: Speech,
    private readonly count: number,
  ) {}

  async start(): Promise<void> {
    await this.replaceCut();
    void this.askForHealth();
  }

  /** What is felt until `work` is done. */
  async during<T>(work: () => Promise<T>): Promise<Felt & { readonly result: T }> {
    const known = this.streams.map(({ latencies }) => latencies.window.length);
    const streams = [...this.streams];
    this.healthMs = [];
    const result = await work();
    const felt = {
      windowMs: streams.flatMap(({ latencies }, i) => latencies.window.slice(known[i])),
      healthMs: this.healthMs,
      cut: streams.filter(({ closeCode }) => closeCode !== undefined).length,
    };
    await this.replaceCut();
    return { ...felt, result };
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.streams.map((stream) => stream.stop()));
  }

  private async replaceCut(): Promise<void> {
    this.streams = this.streams.filter(({ closeCode }) => closeCode === undefined);
    while (this.streams.length < this.count) {
      const stream = new PacedStream(this.url, this.speech, (this.streams.length * 0.618) % 1);
      this.streams.push(stream);
      await stream.opened();
      await pause(0.1);
    }
  }

  private async askForHealth(): Promise<void> {
    while (!this.isOver) {
      const askedAt = performance.now();
      await fetch(`${this.url}/healthz`).then(
        (answer) => answer.text(),
        () => {},
      );
      this.healthMs.push(performance.now() - askedAt);
      await pause(askSeconds);
    }
  }
}
