import type { Timeline } from "./timeline";

/**
 * A time line as JSON objects, one a line: `file`, `start` and `end` in seconds, `emotion`,
 * `probabilities`.
 *
 * @example
 * const entries = [{ startSeconds: 0.5, endSeconds: 2, emotion: "joy", probabilities: { joy: 1 } }];
 * timelineJsonl({ file: "a.wav", durationSeconds: 3, entries })
 * // '{"file":"a.wav","start":0.5,"end":2,"emotion":"joy","probabilities":{"joy":1}}\n'
 */
export function timelineJsonl({ file, entries }: Timeline): string {
  return entries
    .map(({ startSeconds, endSeconds, emotion, probabilities }) => {
      return `${JSON.stringify({ file, start: startSeconds, end: endSeconds, emotion, probabilities })}\n`;
    })
    .join("");
}
