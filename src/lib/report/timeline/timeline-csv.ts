import Papa from "papaparse";
import type { Timeline } from "./timeline";

/**
 * The header of time lines as CSV.
 *
 * @example timelineCsvHeader(["anger", "joy"]) // "file,start,end,emotion,p_anger,p_joy\n"
 */
export function timelineCsvHeader(emotions: readonly string[]): string {
  const columns = ["file", "start", "end", "emotion", ...emotions.map((emotion) => `p_${emotion}`)];
  return `${Papa.unparse([columns])}\n`;
}

/**
 * The rows of a time line as CSV, with times in seconds.
 *
 * @param emotions in the order of the header's columns
 * @example
 * const entries = [{ startSeconds: 0.5, endSeconds: 2, emotion: "joy", probabilities: { joy: 1 } }];
 * timelineCsv({ file: "a.wav", durationSeconds: 3, entries }, ["joy"]) // "a.wav,0.5,2,joy,1\n"
 */
export function timelineCsv({ file, entries }: Timeline, emotions: readonly string[]): string {
  const rows = entries.map(({ startSeconds, endSeconds, emotion, probabilities }) => {
    return [file, startSeconds, endSeconds, emotion, ...emotions.map((name) => probabilities[name])];
  });
  return rows.length === 0 ? "" : `${Papa.unparse(rows, { newline: "\n" })}\n`;
}
