const lowestHz = 25;
/**
 * The ear's sensitivity to low frequencies, as an arc tangent over octaves, is half way up at this
 * frequency.
 */
const halfSensitivityHz = 32.5;

/**
 * A logarithmic frequency axis from 25 Hz to half the sample rate with as many points as the
 * spectrum has bins (Eyben's thesis, section 2.2.11).
 */
export class OctaveAxis {
  /** Points in an octave, the last point's width included. */
  readonly pointsPerOctave: number;
  /** Octaves from one point to the next. */
  private readonly stepOctaves: number;

  /** @param bins number of bins of the spectrum, and of points */
  constructor(
    private readonly hertzPerBin: number,
    readonly bins: number,
  ) {
    const octaves = Math.log2((hertzPerBin * (bins - 1)) / lowestHz);
    this.stepOctaves = octaves / (bins - 1);
    this.pointsPerOctave = bins / octaves;
  }

  /** Frequency of a place on the axis, which may lie between two points. */
  hertzAt(point: number): number {
    return lowestHz * 2 ** (point * this.stepOctaves);
  }

  /** The binary logarithm of the bin that lies at a point. */
  logBinAt(point: number): number {
    return Math.log2(lowestHz / this.hertzPerBin) + point * this.stepOctaves;
  }

  /** The ear's sensitivity at a point, 0 to 1. */
  sensitivityAt(point: number): number {
    const octaves = (point + 2) / this.pointsPerOctave + Math.log2(lowestHz / halfSensitivityHz);
    return 0.5 + Math.atan(3 * octaves) / Math.PI;
  }
}
