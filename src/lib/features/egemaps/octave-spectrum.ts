const lowestHz = 25;
/** The ear's sensitivity to low frequencies, as an arc tangent over octaves, is half way up at this frequency. */
const halfSensitivityHz = 32.5;

/**
 * A magnitude spectrum on a logarithmic frequency axis, prepared for sub-harmonic summation as Hermes describes ("Measurement of pitch by subharmonic summation",
 * 1988): all but the surroundings of the peaks is set to zero, the rest smoothed, interpolated by a natural cubic spline and weighted by the ear's sensitivity.
 *
 * The axis runs from 25 Hz to half the sample rate with as many points as the spectrum has bins. Eyben's thesis, section 2.2.11.
 */
export class OctaveSpectrum {
  /** Points of the axis in an octave, the last point's width included. */
  readonly pointsPerOctave: number;
  /** Octaves from one point to the next. */
  readonly stepOctaves: number;
  /** The prepared spectrum of the last frame. */
  readonly values: Float64Array;
  private readonly prepared: Float64Array;
  private readonly spline: LogSpline;
  private readonly sensitivity: Float64Array;

  /** @param bins number of bins of the spectrum */
  constructor(hertzPerBin: number, bins: number) {
    const octaves = Math.log2((hertzPerBin * (bins - 1)) / lowestHz);
    this.stepOctaves = octaves / (bins - 1);
    this.pointsPerOctave = bins / octaves;
    this.values = new Float64Array(bins);
    this.prepared = new Float64Array(bins);
    const firstPlace = Math.log2(lowestHz / hertzPerBin);
    this.spline = new LogSpline(bins, (i) => firstPlace + i * this.stepOctaves);
    this.sensitivity = Float64Array.from({ length: bins }, (_, i) =>
      sensitivityAt((i + 2) / this.pointsPerOctave + Math.log2(lowestHz / halfSensitivityHz)),
    );
  }

  /** Frequency of a place on the axis, which may lie between two points. */
  hertzAt(point: number): number {
    return lowestHz * 2 ** (point * this.stepOctaves);
  }

  /** Fills `values` from the magnitudes of a frame. */
  apply(magnitude: Float64Array): Float64Array {
    const { prepared, values, sensitivity } = this;
    keepPeaks(magnitude, prepared);
    smooth(prepared);
    this.spline.apply(prepared, values);
    for (let i = 0; i < values.length; i++) values[i] = Math.max(0, values[i] * sensitivity[i]);
    return values;
  }
}

const sensitivityAt = (octaves: number): number => 0.5 + Math.atan(3 * octaves) / Math.PI;

/** Copies a spectrum without what lies more than two bins from a peak, between the first and the last peak. */
function keepPeaks(spectrum: Float64Array, out: Float64Array): void {
  out.set(spectrum);
  const last = spectrum.length - 1;
  let previous = spectrum[0] > spectrum[1] ? 0 : last;
  for (let i = 1; i <= last; i++) {
    const falls = i === last || spectrum[i] >= spectrum[i + 1];
    if (!falls || spectrum[i] <= spectrum[i - 1]) continue;
    for (let k = previous + 3; k < i - 2; k++) out[k] = 0;
    previous = i;
  }
}

/** Weights 1/4, 1/2, 1/4; the last bin stays, and nothing lies before the first. */
function smooth(values: Float64Array): void {
  let before = 0;
  for (let i = 0; i < values.length - 1; i++) {
    const here = values[i];
    values[i] = 0.25 * before + 0.5 * here + 0.25 * values[i + 1];
    before = here;
  }
}

/** A natural cubic spline through values at log2(bin), read at fixed places; bin 0 stands one octave below bin 1. The factors are computed once. */
class LogSpline {
  private readonly gap: Float64Array;
  private readonly width: Float64Array;
  private readonly pivot: Float64Array;
  private readonly right: Float64Array;
  private readonly curvature: Float64Array;
  private readonly knot: Int32Array;
  private readonly terms: Float64Array;

  constructor(knots: number, placeOf: (index: number) => number) {
    const x = Float64Array.from({ length: knots }, (_, k) => (k === 0 ? -1 : Math.log2(k)));
    this.width = Float64Array.from({ length: knots - 1 }, (_, k) => x[k + 1] - x[k]);
    this.gap = this.width.map((width) => 1 / width);
    this.pivot = new Float64Array(knots);
    this.right = new Float64Array(knots);
    this.curvature = new Float64Array(knots);
    for (let k = 1; k < knots - 1; k++) {
      const below = x[k] - x[k - 1];
      this.pivot[k] = 1 / (2 * (x[k + 1] - x[k - 1]) - below * this.right[k - 1]);
      this.right[k] = (x[k + 1] - x[k]) * this.pivot[k];
    }
    this.knot = new Int32Array(knots);
    this.terms = new Float64Array(4 * knots);
    for (let i = 0; i < knots; i++) this.setTerms(i, placeOf(i), x);
  }

  private setTerms(i: number, place: number, x: Float64Array): void {
    let k = Math.min(x.length - 2, Math.max(0, Math.floor(2 ** place)));
    while (k < x.length - 2 && x[k + 1] <= place) k++;
    while (k > 0 && x[k] > place) k--;
    const width = x[k + 1] - x[k];
    const b = (place - x[k]) / width;
    const a = 1 - b;
    const cubic = (width * width) / 6;
    this.knot[i] = k;
    this.terms.set([a, b, (a * a * a - a) * cubic, (b * b * b - b) * cubic], 4 * i);
  }

  apply(values: Float64Array, out: Float64Array): void {
    const { curvature, knot, terms } = this;
    this.solve(values);
    for (let i = 0, t = 0; i < out.length; i++, t += 4) {
      const k = knot[i];
      out[i] =
        terms[t] * values[k] +
        terms[t + 1] * values[k + 1] +
        terms[t + 2] * curvature[k] +
        terms[t + 3] * curvature[k + 1];
    }
  }

  /** The second derivatives at the knots, 0 at both ends: a tridiagonal system. */
  private solve(values: Float64Array): void {
    const { curvature, gap, width, pivot, right } = this;
    const last = values.length - 1;
    let slope = (values[1] - values[0]) * gap[0];
    for (let k = 1; k < last; k++) {
      const next = (values[k + 1] - values[k]) * gap[k];
      curvature[k] = (6 * (next - slope) - curvature[k - 1] * width[k - 1]) * pivot[k];
      slope = next;
    }
    for (let k = last - 1; k > 0; k--) curvature[k] -= right[k] * curvature[k + 1];
  }
}
