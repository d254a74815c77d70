import type { EventLoopUtilityFunction, EventLoopUtilization } from "node:perf_hooks";

const SAMPLE_SECONDS = 1;
/**
 * Of the way to a new sample: slow, as streams fall silent and speak, and other work delays them
 * now and then.
 */
const step = 0.2;
/** A longest wait counts half after so long. */
const WAIT_HALF_LIFE_SECONDS = 1;

/**
 * How busy a thread is: what one of its streams costs it, and how long samples wait for their turn.
 * Times are in seconds.
 */
export class ThreadLoad {
  private last: EventLoopUtilization;
  private lastAt: number;
  private lastStreams = 0;
  private longestWait = 0;
  private longestWaitAt = 0;

  /** @param perStream share of the thread's time that one stream takes, as the warm-up found */
  constructor(
    private readonly utilization: EventLoopUtilityFunction,
    private perStream: number,
    now: number,
  ) {
    this.last = utilization();
    this.lastAt = now;
  }

  /** Share of the thread's time that so many streams would take; 1 is all of it. */
  of(streams: number): number {
    return this.perStream * streams;
  }

  /** The longest that samples had to wait, of late. */
  waitSeconds(now: number): number {
    return this.longestWait * 0.5 ** ((now - this.longestWaitAt) / WAIT_HALF_LIFE_SECONDS);
  }

  /** Takes in an answer of the thread: how long its samples had waited. */
  note(waitedSeconds: number, streams: number, now: number): void {
    if (waitedSeconds >= this.waitSeconds(now)) {
      this.longestWait = waitedSeconds;
      this.longestWaitAt = now;
    }
    if (now - this.lastAt >= SAMPLE_SECONDS) this.sample(streams, now);
  }

  private sample(streams: number, now: number): void {
    const { utilization } = this.utilization(this.last);
    const cost = utilization / Math.max(1, (streams + this.lastStreams) / 2);
    this.perStream += step * (cost - this.perStream);
    this.last = this.utilization();
    this.lastAt = now;
    this.lastStreams = streams;
  }
}
