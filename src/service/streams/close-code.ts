/**
 * WebSocket close codes (RFC 6455, section 7.4.1, and 1013 of the IANA registry) as the service
 * uses them.
 */
export const closeCode = {
  /** After the client's "stop" and the last events. */
  done: 1000,
  /** The service ends. */
  goingAway: 1001,
  /** Samples before the start, or a second start. */
  unsupported: 1003,
  /**
   * What was sent cannot be read: no JSON, a wrong option, half a sample, a sample that is no
   * number.
   */
  invalid: 1007,
  /** Too long or too silent. */
  policy: 1008,
  /** The fault is the service's. */
  failure: 1011,
  /** No room for another stream. */
  busy: 1013,
} as const;

export type CloseCode = (typeof closeCode)[keyof typeof closeCode];
