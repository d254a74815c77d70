/**
 * The local maximum above zero nearest to `target`, of two equally near ones the higher place; -1
 * where none lies within `reach`.
 */
export function nearestPeak(values: Float64Array, target: number, reach: number): number {
  for (let away = 0; away <= reach; away++) {
    if (isPeak(values, target + away)) return target + away;
    if (isPeak(values, target - away)) return target - away;
  }
  return -1;
}

function isPeak(values: Float64Array, i: number): boolean {
  if (i <= 0 || i >= values.length - 1) return false;
  const value = values[i];
  return value > 0 && value >= values[i - 1] && value >= values[i + 1];
}
