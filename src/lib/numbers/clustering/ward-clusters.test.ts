import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../random";
import { silhouette } from "./silhouette";
import { wardClusters } from "./ward-clusters";

/** Three clouds on a line, shuffled; with the cloud of each point. */
function clouds(seed: number): { points: Float64Array[]; truth: number[] } {
  const source = random(seed);
  const truth = source.shuffle(Array.from({ length: 45 }, (_, i) => i % 3));
  return {
    truth,
    points: truth.map((cloud) => Float64Array.of(20 * cloud + source.normal(), source.normal())),
  };
}

/** Whether two partitions are the same, whatever their numbers are. */
function samePartition(a: readonly number[], b: readonly number[]): boolean {
  return a.every((_, i) => a.every((_, j) => (a[i] === a[j]) === (b[i] === b[j])));
}

test("Ward's clusters are the clouds, and part best in their number", () => {
  for (const seed of [1, 2, 3]) {
    const { points, truth } = clouds(seed);
    const clustersOf = wardClusters(points);
    assert.ok(samePartition(clustersOf(3), truth));
    const values = [2, 3, 4, 5].map((count) => silhouette(points, clustersOf(count)));
    assert.equal(values.indexOf(Math.max(...values)), 1);
  }
});

test("each number of clusters is had, and more clusters only part what was together", () => {
  const { points } = clouds(7);
  const clustersOf = wardClusters(points);
  for (let count = 1; count < points.length; count++) {
    const [coarse, fine] = [clustersOf(count), clustersOf(count + 1)];
    assert.equal(new Set(coarse).size, count);
    assert.ok(fine.every((cluster, i) => coarse[i] === coarse[fine.indexOf(cluster)]));
  }
});

test("scipy's heights: points 0, 1, 5 and 7 are joined as 0-1, 5-7, all", () => {
  const clustersOf = wardClusters([0, 1, 5, 7].map((x) => Float64Array.of(x)));
  assert.deepEqual(clustersOf(3), [0, 0, 1, 2]);
  assert.deepEqual(clustersOf(2), [0, 0, 1, 1]);
});
