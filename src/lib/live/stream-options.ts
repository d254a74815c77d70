/** What options may be, both ends included; times are in seconds. */
export const streamBounds = {
  windowSeconds: [0.25, 30],
  hopSeconds: [0.05, 30],
  maxUtteranceSeconds: [1, 600],
  smoothing: [1, 100],
  notSureBelow: [0, 1],
} as const;

/** What a client of the service may choose: narrower, as all its streams share a few threads. */
export const servedBounds = {
  windowSeconds: [0.5, 10],
  hopSeconds: [0.1, 10],
  notSureBelow: streamBounds.notSureBelow,
} as const;

/** How a stream is listened to. Times are in seconds. */
export interface StreamOptions {
  /** Of the samples pushed, in Hz: a whole number from 4,000 to 192,000. */
  readonly sampleRate: number;
  /** Length of the sliding window, within `streamBounds`; default 3. */
  readonly windowSeconds?: number;
  /** From one window to the next, within `streamBounds`; default 0.5. */
  readonly hopSeconds?: number;
  /**
   * Below this probability the decision is "not sure" (null); default: a quarter of the way from
   * chance to certainty, .36 for seven emotions, .44 for four.
   */
  readonly notSureBelow?: number;
  /**
   * Windows of an utterance whose probabilities are averaged for the smoothed decision; default 3.
   */
  readonly smoothing?: number;
  /** Longer utterances are cut into several; default 30. */
  readonly maxUtteranceSeconds?: number;
  /**
   * Whether the stream is of one person, default true: each utterance is compared with those before
   * it, and a model trained with normalisation by speaker learns the voice by them.
   */
  readonly adapt?: boolean;
}
