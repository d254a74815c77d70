import { squaredDistance } from "./squared-distance";

/**
 * How well clusters part (Rousseeuw 1987): the mean over all points of (b - a) / max(a, b), where a
 * is the mean distance to the others of its cluster and b that to the nearest other cluster. A
 * point that is alone counts 0.
 *
 * @param points n vectors
 * @param clusters of each point, numbered from 0; two or more
 * @returns -1 to 1
 *
 * @example silhouette([0, 1, 10, 11].map((x) => Float64Array.of(x)), [0, 0, 1, 1]) // 0.9
 */
export function silhouette(points: readonly Float64Array[], clusters: readonly number[]): number {
  const count = Math.max(...clusters) + 1;
  const sizes = new Float64Array(count);
  for (const cluster of clusters) sizes[cluster]++;
  const sums = new Float64Array(count);
  let total = 0;
  points.forEach((point, i) => {
    sums.fill(0);
    points.forEach((other, j) => {
      sums[clusters[j]] += Math.sqrt(squaredDistance(point, other));
    });
    total += partingOf(sums, sizes, clusters[i]);
  });
  return total / points.length;
}

function partingOf(sums: Float64Array, sizes: Float64Array, own: number): number {
  if (sizes[own] === 1) return 0;
  const inside = sums[own] / (sizes[own] - 1);
  let outside = Number.POSITIVE_INFINITY;
  for (let c = 0; c < sums.length; c++) if (c !== own) outside = Math.min(outside, sums[c] / sizes[c]);
  return (outside - inside) / Math.max(inside, outside);
}
