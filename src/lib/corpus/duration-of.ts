import type { Recording } from "./recording";

/**
 * How long a recording lasts, in seconds: its file, or the piece of it; 0 where the file was not
 * checked.
 *
 * @example durationOf(recordings[0]) // 0.5
 */
export function durationOf({
  facts,
  startSeconds = 0,
  endSeconds,
}: Pick<Recording, "facts" | "startSeconds" | "endSeconds">): number {
  const fileSeconds = facts?.durationSeconds ?? 0;
  return Math.max(0, Math.min(endSeconds ?? fileSeconds, fileSeconds) - startSeconds);
}
