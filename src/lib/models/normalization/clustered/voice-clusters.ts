import { silhouette } from "../../../numbers/clustering/silhouette";
import { wardClusters } from "../../../numbers/clustering/ward-clusters";

/** Clusters of fewer recordings say too little of a voice. */
const FEWEST = 4;
/**
 * Clusters that part less than this are taken for one voice. Kaufman and Rousseeuw (1990) call up
 * to .25 no structure and up to .5 a weak one; single speakers of EMO-DB reach .31, two or more .55
 * to .64.
 */
const LEAST_SILHOUETTE = 0.35;
/** More voices than this are not looked for. */
const MOST_CLUSTERS = 40;

/**
 * Groups points of a voice space into what sounds like one speaker each: Ward's clusters, in the
 * number whose silhouette is highest; one cluster where none parts well.
 *
 * @returns the cluster of each point, numbered from 0
 */
export function voiceClusters(points: readonly Float64Array[]): number[] {
  const clustersOf = wardClusters(points);
  const most = Math.min(MOST_CLUSTERS, Math.floor(points.length / FEWEST));
  let best = clustersOf(1);
  let highest = LEAST_SILHOUETTE;
  for (let count = 2; count <= most; count++) {
    const clusters = clustersOf(count);
    const value = silhouette(points, clusters);
    if (value <= highest) continue;
    best = clusters;
    highest = value;
  }
  return best;
}
