/** What one stretch of speech sounds like. */
export interface TimelineEntry {
  /** From the recording's beginning. */
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly emotion: string;
  /** By emotion; they sum to 1. */
  readonly probabilities: Readonly<Record<string, number>>;
}

/** The utterances of one recording, in the order of time. */
export interface Timeline {
  /** The recording's name. */
  readonly file: string;
  readonly durationSeconds: number;
  readonly entries: readonly TimelineEntry[];
}
