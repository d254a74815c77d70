import { BusyError } from "../busy-error";

/** How much a new recording moves the mean. */
const STEP = 0.3;

/**
 * Recordings that have arrived and wait or are in work; beyond its length it says when to come
 * again.
 */
export class RecordingQueue {
  private waiting = 0;
  /** Of one recording, without those before it. */
  private meanSeconds = 1;

  /** @param now in ms, of any zero */
  constructor(
    private readonly most: number,
    private readonly now = () => performance.now(),
  ) {}

  /** @throws BusyError where there is no place */
  check(): void {
    if (this.waiting < this.most) return;
    const seconds = Math.max(1, Math.ceil(this.meanSeconds));
    throw new BusyError(`${this.waiting} recordings are in work, which is the most`, seconds);
  }

  /**
   * Holds a place until the work is over, whoever still waits for it: until then it is in memory.
   *
   * @throws BusyError where there is no place
   */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    this.check();
    const place = ++this.waiting;
    const enteredAt = this.now();
    try {
      return await work();
    } finally {
      this.waiting--;
      this.meanSeconds += STEP * ((this.now() - enteredAt) / 1000 / place - this.meanSeconds);
    }
  }
}
