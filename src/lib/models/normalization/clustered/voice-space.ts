import { type CholeskyFactor, cholesky } from "../../../numbers/cholesky";
import { dot } from "../../../numbers/dot-products";
import { discriminants } from "../../linear/discriminants";
import { scatterWithin } from "../../linear/scatter-within";
import { Normalizer } from "../normalizer";

/** How much of the spread within speakers gives way to that of all columns alike. */
const SHRINKAGE = 0.3;
/**
 * Added to the spread of the axes, relative to its mean: speakers span one dimension less than they
 * are.
 */
const RIDGE = 1e-6;

/**
 * A space of voices without emotions: the linear discriminants of the training speakers. The spread
 * of emotions counts as spread within speakers, so directions in which emotions differ count
 * little.
 */
export class VoiceSpace {
  private constructor(
    private readonly normalizer: Normalizer,
    private readonly axes: readonly Float64Array[],
    /** What whitens the products with the axes. */
    private readonly spread: CholeskyFactor,
  ) {}

  /**
   * @param rows of the training part, as extracted
   * @param speakers of the rows; two or more
   */
  static fit(rows: readonly Float64Array[], speakers: readonly string[]): VoiceSpace {
    const normalizer = Normalizer.fit(rows);
    const normalized = rows.map((row) => normalizer.apply(row));
    const order = [...new Set(speakers)].sort();
    const within = scatterWithin(normalized, speakers, order);
    const axes = discriminants(within, SHRINKAGE).map((weights) => weights.subarray(0, within.columns));
    return new VoiceSpace(normalizer, axes, spreadOf(axes, within.means));
  }

  /**
   * Rows as points, as many coordinates as training speakers; Euclidean distances are those of
   * voices.
   */
  place(rows: readonly Float64Array[]): Float64Array[] {
    return rows.map((row) => {
      const normalized = this.normalizer.apply(row);
      return this.spread.solveLower(Float64Array.from(this.axes, (axis) => dot(normalized, axis)));
    });
  }
}

/** The Cholesky factor of the products of the speakers' means with the axes. */
function spreadOf(axes: readonly Float64Array[], means: readonly Float64Array[]): CholeskyFactor {
  const n = axes.length;
  const spread = Float64Array.from({ length: n * n }, (_, at) =>
    dot(means[Math.floor(at / n)], axes[at % n]),
  );
  const mean = means.reduce((sum, _, i) => sum + spread[i * n + i], 0) / n;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) spread[i * n + j] = (spread[i * n + j] + spread[j * n + i]) / 2;
    for (let j = 0; j < i; j++) spread[j * n + i] = spread[i * n + j];
    spread[i * n + i] += RIDGE * mean;
  }
  return cholesky(spread, n);
}
