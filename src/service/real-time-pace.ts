/** A microphone gives its samples in pieces about so long. */
export const chunkSeconds = 0.1;

/**
 * Calls for a chunk every 100 ms, each when all of it would have been spoken, and knows when it was
 * sent.
 */
export class RealTimePace {
  /** How late each chunk was sent, in ms: the sender's own fault. */
  readonly latenessMs: number[] = [];
  private readonly sentAt: number[] = [];
  private startedAt = 0;
  private timer: NodeJS.Timeout | undefined;

  /** @param send sends the chunk of this index */
  constructor(private readonly send: (index: number) => void) {}

  start(): void {
    this.startedAt = performance.now();
    this.schedule();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Since the chunk was sent that holds the last sample before `seconds`. */
  millisecondsSince(seconds: number): number {
    const chunk = Math.ceil(seconds / chunkSeconds - 1e-6) - 1;
    return performance.now() - this.sentAt[Math.min(chunk, this.sentAt.length - 1)];
  }

  private schedule(): void {
    const due = this.startedAt + 1000 * (this.sentAt.length + 1) * chunkSeconds;
    const wait = Math.max(0, due - performance.now());
    this.timer = setTimeout(() => {
      this.latenessMs.push(performance.now() - due);
      this.sentAt.push(performance.now());
      this.send(this.sentAt.length - 1);
      if (this.timer) this.schedule(); // unless that was the last one
    }, wait);
  }
}
