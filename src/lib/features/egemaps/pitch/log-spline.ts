import type { OctaveAxis } from "./octave-axis";

/**
 * The natural cubic spline through a spectrum over the logarithm of frequency, read at the points
 * of an octave axis and weighted by the ear's sensitivity. Bin 0 stands one octave below bin 1.
 * Made of tables only: `secondDerivatives` solves for them, `read` sums.
 */
export class LogSpline {
  readonly knots: number;
  /** 1 / distance to the next knot. */
  readonly gap: Float64Array;
  /**
   * Factors of the tridiagonal system: of the change of slope, of the knot before, of the knot
   * after.
   */
  readonly scale: Float64Array;
  readonly left: Float64Array;
  readonly right: Float64Array;
  /** For each point of the axis the knot before it. */
  readonly knotOf: Int32Array;
  /** For each point the weights of that knot, the next one, and the second derivatives at both. */
  readonly weights: Float64Array;

  constructor(axis: OctaveAxis) {
    const knots = axis.bins;
    const x = Float64Array.from({ length: knots }, (_, k) => (k === 0 ? -1 : Math.log2(k)));
    this.knots = knots;
    this.gap = Float64Array.from({ length: knots - 1 }, (_, k) => 1 / (x[k + 1] - x[k]));
    this.scale = new Float64Array(knots);
    this.left = new Float64Array(knots);
    this.right = new Float64Array(knots);
    for (let k = 1; k < knots - 1; k++) {
      const below = x[k] - x[k - 1];
      const pivot = 1 / (2 * (x[k + 1] - x[k - 1]) - below * this.right[k - 1]);
      this.scale[k] = 6 * pivot;
      this.left[k] = below * pivot;
      this.right[k] = (x[k + 1] - x[k]) * pivot;
    }
    this.knotOf = new Int32Array(knots);
    this.weights = new Float64Array(4 * knots);
    for (let i = 0; i < knots; i++) this.setWeights(i, axis, x);
  }

  private setWeights(i: number, axis: OctaveAxis, x: Float64Array): void {
    const place = axis.logBinAt(i);
    let k = Math.min(x.length - 2, Math.max(0, Math.floor(2 ** place)));
    while (k < x.length - 2 && x[k + 1] <= place) k++;
    while (k > 0 && x[k] > place) k--;
    const width = x[k + 1] - x[k];
    const b = (place - x[k]) / width;
    const a = 1 - b;
    const cubic = (width * width) / 6;
    const terms = [a, b, (a * a * a - a) * cubic, (b * b * b - b) * cubic];
    this.knotOf[i] = k;
    this.weights.set(
      terms.map((term) => term * axis.sensitivityAt(i)),
      4 * i,
    );
  }

  /** The second derivatives at the knots into `out`, 0 at both ends. */
  secondDerivatives(values: Float64Array, out: Float64Array): void {
    const { gap, scale, left, right } = this;
    const last = values.length - 1;
    out[0] = 0;
    out[last] = 0;
    for (let k = 1; k < last; k++) {
      const change = (values[k + 1] - values[k]) * gap[k] - (values[k] - values[k - 1]) * gap[k - 1];
      out[k] = change * scale[k] - out[k - 1] * left[k];
    }
    for (let k = last - 1; k > 0; k--) out[k] -= right[k] * out[k + 1];
  }

  /** The spline at the points of the axis into `out`. */
  read(values: Float64Array, derivatives: Float64Array, out: Float64Array): void {
    const { knotOf, weights } = this;
    for (let i = 0, w = 0; i < out.length; i++, w += 4) {
      const k = knotOf[i];
      out[i] =
        weights[w] * values[k] +
        weights[w + 1] * values[k + 1] +
        weights[w + 2] * derivatives[k] +
        weights[w + 3] * derivatives[k + 1];
    }
  }
}
