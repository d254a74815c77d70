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

/** What a voice space has learned. */
export interface VoiceSpaceState {
  readonly normalizer: Normalizer;
  /** One for each training speaker, as long as a row. */
  readonly axes: readonly Float64Array[];
  /** Of the axes: speakers x speakers. */
  readonly spread: Float64Array;
}

/**
 * A space of voices without emotions: the linear discriminants of the training speakers. The spread
 * of emotions counts as spread within speakers, so directions in which emotions differ count
 * little.
 */
export class VoiceSpace {
  /** What whitens the products with the axes. */
  private readonly whitening: CholeskyFactor;

  constructor(readonly state: VoiceSpaceState) {
    this.whitening = cholesky(state.spread, state.axes.length);
  }

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
    return new VoiceSpace({ normalizer, axes, spread: spreadOf(axes, within.means) });
  }

  /**
   * Rows as points, as many coordinates as training speakers; Euclidean distances are those of
   * voices.
   */
  place(rows: readonly Float64Array[]): Float64Array[] {
    return rows.map((row) => {
      const normalized = this.state.normalizer.apply(row);
      return this.whitening.solveLower(Float64Array.from(this.state.axes, (axis) => dot(normalized, axis)));
    });
  }
}

/** The products of the speakers' means with the axes: speakers x speakers. */
function spreadOf(axes: readonly Float64Array[], means: readonly Float64Array[]): Float64Array {
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
  return spread;
}
