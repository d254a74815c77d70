/**
 * Where between -1/2 and 1/2 the top of the parabola through three neighbouring values lies; 0
 * where they lie on a line.
 */
export function peakOffset(before: number, at: number, after: number): number {
  const curvature = before - 2 * at + after;
  return curvature === 0 ? 0 : (0.5 * (before - after)) / curvature;
}

/** How high the parabola through three neighbouring values is at its top. */
export function peakHeight(before: number, at: number, after: number): number {
  return at - 0.25 * (before - after) * peakOffset(before, at, after);
}
