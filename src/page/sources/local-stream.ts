import type { LiveEvent } from "../../lib/live/live-event";
import type { LiveStream, StreamListener } from "./live-source";
import type { WorkerClient } from "./worker-client";

/** Sent to the worker at a time. */
const PIECE_SECONDS = 0.1;
/** Further behind than this, the page says that the computer is too slow for the model. */
const BEHIND_SECONDS = 3;

/** A stream to the recognizer in the page's worker. */
export class LocalStream implements LiveStream {
  private pieces: Float32Array[] = [];
  private held = 0;
  private unansweredSeconds = 0;
  private behind = false;
  private failed = false;

  constructor(
    private readonly worker: WorkerClient,
    private readonly sampleRate: number,
    private readonly listener: StreamListener,
  ) {
    this.take(worker.call<LiveEvent[]>("open", { sampleRate }));
  }

  push(samples: Float32Array): void {
    this.pieces.push(samples);
    this.held += samples.length;
    if (this.held >= PIECE_SECONDS * this.sampleRate) this.send();
  }

  async end(): Promise<boolean> {
    this.send();
    await this.take(this.worker.call<LiveEvent[]>("end", undefined));
    return !this.failed;
  }

  private send(): void {
    const seconds = this.held / this.sampleRate;
    const call = this.worker.call<LiveEvent[]>("push", this.pieces);
    this.pieces = [];
    this.held = 0;
    this.unansweredSeconds += seconds;
    this.tellLag();
    void this.take(call).then(() => {
      this.unansweredSeconds -= seconds;
      this.tellLag();
    });
  }

  private async take(events: Promise<LiveEvent[]>): Promise<void> {
    try {
      const given = await events;
      if (given.length > 0) this.listener.onEvents(given);
    } catch (error) {
      if (!this.failed) this.listener.onFailure(`The recognizer stopped: ${(error as Error).message}`);
      this.failed = true;
    }
  }

  private tellLag(): void {
    const behind = this.unansweredSeconds > BEHIND_SECONDS;
    if (behind === this.behind) return;
    this.behind = behind;
    this.listener.onTrouble(
      behind ? "This computer is too slow for the model: decisions come some seconds late." : undefined,
    );
  }
}
