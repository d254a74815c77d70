/**
 * A score with its 95 % percentile bootstrap intervals: over recordings, and over whole speakers.
 */
export interface ScoreWithIntervals {
  readonly value: number;
  readonly recordings: readonly [low: number, high: number];
  readonly speakers: readonly [low: number, high: number];
}
