import { InputError } from "../../lib/check";

/**
 * Messages that a stream may send beyond what its sound allows: pings, empty ones, a hasty start.
 */
const SPARE_MESSAGES = 2000;
/** What a second of sound allows: messages of 2 ms. */
const MESSAGES_PER_SECOND = 500;

/** A client floods; its close code is another than a wrong message's. */
export class FloodError extends InputError {}

/**
 * Counts a client's messages against the sound in them: each costs the loop that all streams share.
 */
export class MessageBudget {
  private left = SPARE_MESSAGES;

  /**
   * Takes in a message.
   *
   * @param seconds of sound in it; 0 for a ping
   * @throws FloodError where there are too many for so little sound
   */
  take(seconds: number): void {
    this.left = Math.min(SPARE_MESSAGES, this.left + seconds * MESSAGES_PER_SECOND) - 1;
    if (this.left >= 0) return;
    throw new FloodError("too many messages for so little sound: send 100 ms at a time, 2 ms at least");
  }
}
