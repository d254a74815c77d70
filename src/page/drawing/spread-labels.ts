/**
 * Moves labels apart so that none covers another: down from their places as far as needed, then up
 * from the bottom.
 *
 * @param places wanted centres, in pixels from above
 * @param height of a label
 * @param bottom below which no label may reach
 * @returns a centre for each, in the order given
 * @example spreadLabels([10, 12], 10, 100) // [10, 20]
 */
export function spreadLabels(places: readonly number[], height: number, bottom: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b] || a - b);
  const out = [...places];
  let lowest = height / 2;
  for (const i of order) {
    out[i] = Math.max(out[i], lowest);
    lowest = out[i] + height;
  }
  let highest = bottom - height / 2;
  for (const i of order.reverse()) {
    out[i] = Math.min(out[i], highest);
    highest = out[i] - height;
  }
  return out;
}
