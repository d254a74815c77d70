import { squaredDistance } from "./squared-distance";

/** Two clusters that become one, named by the least of their members. */
interface Merge {
  readonly first: number;
  readonly second: number;
  readonly height: number;
}

/**
 * Agglomerative clustering by Ward's criterion (Ward 1963): those two clusters are joined whose
 * union adds least to the sum of squares within clusters. Follows chains of nearest neighbours
 * (Murtagh 1983), so that n points take n² steps.
 *
 * @param points n vectors of equal length
 * @returns for a number of clusters from 1 to n, the cluster of each point, numbered in the order
 *   of their first members
 *
 * @example
 * const points = [0, 1, 10, 11].map((x) => Float64Array.of(x));
 * wardClusters(points)(2) // [0, 0, 1, 1]
 */
export function wardClusters(points: readonly Float64Array[]): (count: number) => number[] {
  const merges = wardMerges(points).sort((a, b) => a.height - b.height);
  return (count) => cut(points.length, merges.slice(0, Math.max(0, points.length - count)));
}

function wardMerges(points: readonly Float64Array[]): Merge[] {
  const n = points.length;
  const distances = Float64Array.from({ length: n * n }, (_, at) =>
    squaredDistance(points[Math.floor(at / n)], points[at % n]),
  );
  const sizes = new Float64Array(n).fill(1);
  const open = new Set(points.keys());
  const merges: Merge[] = [];
  let chain: number[] = [];
  while (open.size > 1) {
    if (chain.length === 0) chain = [open.values().next().value as number];
    const tip = chain[chain.length - 1];
    const next = nearest(tip, chain[chain.length - 2], open, distances, n);
    if (next !== chain[chain.length - 2]) {
      chain.push(next);
      continue;
    }
    chain.length -= 2;
    merges.push({
      first: Math.min(tip, next),
      second: Math.max(tip, next),
      height: distances[tip * n + next],
    });
    join(Math.min(tip, next), Math.max(tip, next), open, distances, sizes, n);
  }
  return merges;
}

/** Of equally near ones the one before, so that chains end. */
function nearest(
  tip: number,
  before: number | undefined,
  open: ReadonlySet<number>,
  distances: Float64Array,
  n: number,
): number {
  let best = before ?? -1;
  let least = before === undefined ? Number.POSITIVE_INFINITY : distances[tip * n + before];
  for (const other of open) {
    if (other === tip || distances[tip * n + other] >= least) continue;
    best = other;
    least = distances[tip * n + other];
  }
  return best;
}

/** The cluster that takes the other in gets its distances by Lance and Williams (1967). */
function join(
  into: number,
  from: number,
  open: Set<number>,
  distances: Float64Array,
  sizes: Float64Array,
  n: number,
): void {
  open.delete(from);
  const between = distances[into * n + from];
  for (const other of open) {
    if (other === into) continue;
    const [a, b, c] = [sizes[into], sizes[from], sizes[other]];
    const sum = (a + c) * distances[into * n + other] + (b + c) * distances[from * n + other] - c * between;
    distances[into * n + other] = sum / (a + b + c);
    distances[other * n + into] = distances[into * n + other];
  }
  sizes[into] += sizes[from];
}

function cut(n: number, merges: readonly Merge[]): number[] {
  const parent = Array.from({ length: n }, (_, i) => i);
  const rootOf = (i: number): number => (parent[i] === i ? i : rootOf(parent[i]));
  for (const { first, second } of merges) parent[rootOf(second)] = rootOf(first);
  const numbers = new Map<number, number>();
  return parent.map((_, i) => {
    const root = rootOf(i);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    return numbers.get(root)!;
  });
}
