import type { ScoreWithIntervals } from "../models/saved/score-with-intervals";

/**
 * A score with its intervals.
 *
 * @example scoreText(run.record.metrics.uar) // ".667 (recordings .518–.810, speakers .417–.917)"
 */
export function scoreText({ value, recordings, speakers }: ScoreWithIntervals): string {
  return `${scoreDigits(value)} (recordings ${rangeText(recordings)}, speakers ${rangeText(speakers)})`;
}

/** An interval: ".741–.823". */
export function rangeText([low, high]: readonly [number, number]): string {
  return `${scoreDigits(low)}–${scoreDigits(high)}`;
}

/** Three digits without the leading zero, as the field prints scores. */
export function scoreDigits(value: number): string {
  return value.toFixed(3).replace(/^0/, "");
}

/**
 * The same with its sign.
 *
 * @example signedDigits(0.0501) // "+.050"
 */
export function signedDigits(value: number): string {
  return `${value < 0 ? "-" : "+"}${scoreDigits(Math.abs(value))}`;
}
