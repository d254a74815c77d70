/** How a stream is listened to. Times are in seconds. */
export interface StreamOptions {
  /** Of the samples pushed, in Hz: a whole number from 4,000 to 192,000. */
  readonly sampleRate: number;
  /** Length of the sliding window, .25 to 30; default 3. */
  readonly windowSeconds?: number;
  /** From one window to the next, .05 to 30; default 0.5. */
  readonly hopSeconds?: number;
  /** Below this probability the decision is "not sure" (null); default: a quarter of the way from chance to certainty, .36 for seven emotions, .44 for four. */
  readonly notSureBelow?: number;
  /** Windows of an utterance whose probabilities are averaged for the smoothed decision, 1 to 100; default 3. */
  readonly smoothing?: number;
  /** Longer utterances are cut into several, 1 to 600; default 30. */
  readonly maxUtteranceSeconds?: number;
  /**
   * Whether a model trained with normalisation by speaker learns the voice utterance by utterance, as of one person; default true. Other models are
   * not concerned.
   */
  readonly adapt?: boolean;
}
