/** A time in seconds and the value there. */
export type Point = readonly [seconds: number, value: number];

/** From 0 to 1 with level ends; 0 before and 1 after. */
export function smoothStep(x: number): number {
  const t = Math.min(1, Math.max(0, x));
  return t * t * (3 - 2 * t);
}

/**
 * A track that passes through points in ascending time with level ends between them, constant
 * before the first and after the last.
 *
 * @example pathThrough([[0, 0], [1, 8]], 3, 0.5) // [0, 4, 8]
 */
export function pathThrough(points: readonly Point[], frames: number, hopSeconds: number): Float64Array {
  const track = new Float64Array(frames);
  let next = 0;
  for (let frame = 0; frame < frames; frame++) {
    const seconds = frame * hopSeconds;
    while (next < points.length && points[next][0] <= seconds) next++;
    track[frame] = between(points[next - 1], points[next], seconds);
  }
  return track;
}

function between(before: Point | undefined, after: Point | undefined, seconds: number): number {
  if (!before) return after![1];
  if (!after) return before[1];
  return before[1] + (after[1] - before[1]) * smoothStep((seconds - before[0]) / (after[0] - before[0]));
}
