import { InputError } from "../../check";
import type { Row } from "../../features/row";
import { groupBy } from "../../numbers/group-by";
import { blockWeights } from "./block-weights";
import { asMatrix, ColumnStatistics } from "./column-statistics";

/** What a normalizer takes from each column, divides it by, and multiplies the result with. */
export interface NormalizerState {
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  /** Default: 1 for every column. */
  readonly weight?: Float64Array;
  /** Values beyond these are taken for them, before all else; default: none are. */
  readonly bounds?: ColumnBounds;
}

/** What each column reached in the rows that were learned from. */
export interface ColumnBounds {
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
}

/** Options of `Normalizer.fit`. */
export interface NormalizerOptions {
  /** Columns of each feature set, where several stand side by side. */
  readonly blocks?: readonly number[];
  /**
   * Whether values beyond all that was learned from are taken for the nearest that was: a ratio
   * whose divisor comes near zero can be anything, and decides alone then. Default: false.
   */
  readonly bounded?: boolean;
}

/**
 * Moves every column to mean 0 and standard deviation 1: (x - mean) / scale, as scikit-learn's
 * `StandardScaler`. The columns of a matrix are its bands; all frames of all matrices count. Where
 * feature sets stand side by side, each weighs the same (`blockWeights`).
 *
 * @example Normalizer.fit([Float64Array.of(1, 5), Float64Array.of(3, 5)]).apply(Float64Array.of(3, 6)) // [1, 1]
 */
export class Normalizer {
  constructor(readonly state: NormalizerState) {}

  /**
   * Learns from vectors of equal length, or from matrices with equally many columns.
   */
  static fit(rows: readonly Row[], { blocks, bounded = false }: NormalizerOptions = {}): Normalizer {
    if (rows.length === 0) throw new InputError("there are no rows to normalise by");
    const statistics = new ColumnStatistics(asMatrix(rows[0]).columns);
    for (const row of rows) statistics.add(row);
    const weight = blocks && blockWeights(statistics.columns, blocks);
    const bounds = bounded ? boundsOf(rows, statistics.columns) : undefined;
    return new Normalizer({ mean: statistics.mean, scale: statistics.scale(), weight, bounds });
  }

  /** A normalised copy; a matrix keeps its shape and precision. */
  apply<X extends Row>(row: X): X {
    const { mean, scale, weight, bounds } = this.state;
    const { columns, data } = asMatrix(row);
    if (columns !== mean.length)
      throw new InputError(`a row has ${columns} columns, the normalizer ${mean.length}`);
    const out = data.slice();
    if (bounds) keepWithin(out, bounds);
    for (let from = 0; from < out.length; from += columns) {
      for (let k = 0; k < columns; k++) out[from + k] = (out[from + k] - mean[k]) / scale[k];
      if (weight) for (let k = 0; k < columns; k++) out[from + k] *= weight[k];
    }
    return ("data" in row ? { ...row, data: out } : out) as X;
  }
}

function boundsOf(rows: readonly Row[], columns: number): ColumnBounds {
  const lowest = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const highest = new Float64Array(columns).fill(Number.NEGATIVE_INFINITY);
  for (const row of rows) {
    const { data } = asMatrix(row);
    for (let i = 0; i < data.length; i++) {
      const k = i % columns;
      lowest[k] = Math.min(lowest[k], data[i]);
      highest[k] = Math.max(highest[k], data[i]);
    }
  }
  return { lowest, highest };
}

function keepWithin(data: Float32Array | Float64Array, { lowest, highest }: ColumnBounds): void {
  for (let i = 0; i < data.length; i++) {
    const k = i % lowest.length;
    data[i] = Math.min(highest[k], Math.max(lowest[k], data[i]));
  }
}

/**
 * Normalises each speaker's rows by the statistics of all rows of that speaker. Uses no label, so a
 * test speaker's own recordings may take part; where a speaker has a single emotion, it removes
 * just that emotion.
 */
export function normalizeBySpeaker<X extends Row>(
  rows: readonly X[],
  speakers: readonly string[],
  blocks?: readonly number[],
): X[] {
  if (speakers.includes(""))
    throw new InputError(
      "normalisation by speaker needs to know who speaks, and the recordings do not tell; normalise by train",
    );
  return normalizeByGroup(rows, speakers, blocks);
}

/** Normalises the rows of each group by the statistics of just these rows. */
export function normalizeByGroup<X extends Row>(
  rows: readonly X[],
  groups: readonly string[],
  blocks?: readonly number[],
): X[] {
  const byGroup = groupBy(rows.keys(), (i) => groups[i]);
  const normalizers = new Map(
    [...byGroup].map(([group, own]) => [
      group,
      Normalizer.fit(
        own.map((i) => rows[i]),
        { blocks },
      ),
    ]),
  );
  return rows.map((row, i) => normalizers.get(groups[i])!.apply(row));
}
