import { ColumnStatistics } from "../column-statistics";
import { Normalizer } from "../normalizer";

/** How many recordings the statistics of all count as, beside those of a cluster. */
const PRIOR = 3;

/**
 * Normalises each cluster's rows by its own statistics, drawn towards those of all rows where it is
 * small: a cluster of n rows counts n / (n + 3).
 *
 * @param clusters of the rows, numbered from 0
 * @param weight of each column, where feature sets stand side by side
 */
export function normalizeByCluster(
  rows: readonly Float64Array[],
  clusters: readonly number[],
  weight?: Float64Array,
): Float64Array[] {
  const all = statisticsOf(rows);
  const normalizers = Array.from({ length: Math.max(...clusters) + 1 }, (_, cluster) => {
    const own = rows.filter((_, i) => clusters[i] === cluster);
    const share = own.length / (own.length + PRIOR);
    const { mean, scale } = statisticsOf(own);
    const blend = (a: Float64Array, b: Float64Array) =>
      a.map((value, k) => share * value + (1 - share) * b[k]);
    return new Normalizer({ mean: blend(mean, all.mean), scale: blend(scale, all.scale), weight });
  });
  return rows.map((row, i) => normalizers[clusters[i]].apply(row));
}

function statisticsOf(rows: readonly Float64Array[]): { mean: Float64Array; scale: Float64Array } {
  const statistics = new ColumnStatistics(rows[0].length);
  for (const row of rows) statistics.add(row);
  return { mean: statistics.mean, scale: statistics.scale() };
}
