/**
 * A stream may run ahead of real time by so much sound, so that a short file is answered at once.
 */
const SPARE_SECONDS = 20;
/** Beyond that it is read so many times faster than real time. */
const TIMES_REAL_TIME = 4;

/**
 * How fast a stream is read: one that sends a file, or without end, takes only so much of the
 * threads that all streams share.
 */
export class StreamPace {
  private credit = SPARE_SECONDS;
  private lastAt: number;

  /** @param now in ms, of any zero */
  constructor(private readonly now = () => performance.now()) {
    this.lastAt = now();
  }

  /**
   * Takes in so many seconds of sound.
   *
   * @returns how long nothing more may be read, in ms
   */
  take(seconds: number): number {
    const now = this.now();
    const earned = ((now - this.lastAt) / 1000) * TIMES_REAL_TIME;
    this.lastAt = now;
    this.credit = Math.min(SPARE_SECONDS, this.credit + earned) - seconds;
    return this.credit >= 0 ? 0 : (-this.credit / TIMES_REAL_TIME) * 1000;
  }
}
