import type { FeatureTable } from "../../dataset/feature-table";
import type { RankedColumn } from "./rank-columns";

/** Two emotions seen through two features. */
export interface TwoEmotionPlane {
  /** One [x, y] per recording of the two, standardised. */
  readonly points: readonly (readonly [number, number])[];
  readonly emotions: readonly string[];
  /** The columns' names. */
  readonly axes: readonly [x: string, y: string];
}

/** More alike than this, two columns say the same. */
const mostAlike = 0.6;

/**
 * Two emotions and two features to draw a border between: the column that separates the emotions
 * most, the next that does not say the same, and of all pairs of emotions one that is neither the
 * easiest nor the hardest there.
 *
 * @param ranking of the table's columns, best first
 */
export function twoEmotionPlane(
  table: FeatureTable<Float64Array>,
  ranking: readonly RankedColumn[],
): TwoEmotionPlane {
  const columnOf = ({ column }: RankedColumn) => standardised(table.rows.map((row) => row[column]));
  const [first, ...others] = ranking;
  const x = columnOf(first);
  const second = others.find((one) => Math.abs(meanProduct(x, columnOf(one))) < mostAlike) ?? others[0];
  const y = columnOf(second);
  const all = table.recordings.map(({ emotion }) => emotion);
  const pair = middlingPair(x, y, all);
  const kept = [...all.keys()].filter((i) => pair.includes(all[i]));
  return {
    points: kept.map((i) => [x[i], y[i]] as const),
    emotions: kept.map((i) => all[i]),
    axes: [first.name, second.name],
  };
}

function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length) || 1;
  return values.map((one) => (one - mean) / spread);
}

function meanProduct(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, one, i) => sum + one * b[i], 0) / a.length;
}

/** Of all pairs of emotions the one whose means lie at the median distance. */
function middlingPair(x: readonly number[], y: readonly number[], emotions: readonly string[]): string[] {
  const labels = [...new Set(emotions)].sort();
  const mean = (values: readonly number[], label: string) => {
    const own = values.filter((_, i) => emotions[i] === label);
    return own.reduce((sum, one) => sum + one, 0) / own.length;
  };
  const pairs = labels.flatMap((a, i) =>
    labels.slice(i + 1).map((b) => ({
      pair: [a, b],
      distance: Math.hypot(mean(x, a) - mean(x, b), mean(y, a) - mean(y, b)),
    })),
  );
  return pairs.sort((a, b) => a.distance - b.distance)[Math.floor(pairs.length / 2)].pair;
}
