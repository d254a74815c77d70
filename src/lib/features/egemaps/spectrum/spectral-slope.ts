const powerFloor = 1e-10;
/** Of power: 10 / ln(10). */
const decibelsPerLog = 10 / Math.LN10;

/**
 * Slope of the level over a band of the spectrum: the regression of 10 log10 |X|^2 on frequency.
 * The edges of the band may lie between bins; the bins at the edges count by the part that lies
 * inside (Eyben's thesis, section 2.2.6).
 */
export class SpectralSlope {
  private readonly first: number;
  private readonly weights: Float64Array;

  constructor(lowHz: number, highHz: number, hertzPerBin: number) {
    const low = lowHz / hertzPerBin;
    const high = highHz / hertzPerBin;
    this.first = Math.floor(low);
    const last = Math.floor(high);
    const count = last - this.first;
    const inside = Float64Array.from({ length: count + 1 }, () => 1);
    inside[0] = 1 - (low - this.first);
    if (high > last) inside[count] = high - last;
    this.weights = regressionWeights(inside, this.first, count).map(
      (weight) => (weight / hertzPerBin) * decibelsPerLog,
    );
  }

  /** The slope in dB per Hz, from |X|^2 of every bin. */
  dbPerHz(power: Float64Array): number {
    let slope = 0;
    for (let i = 0; i < this.weights.length; i++)
      slope += this.weights[i] * Math.log(Math.max(powerFloor, power[this.first + i]));
    return slope;
  }
}

/**
 * The slope as a weighted sum of the levels, with bins k and shares w: weight(k) = w (n k - sum(w
 * k)) / (n sum((w k)^2) - sum(w k)^2). As in openSMILE n is one less than there are bins.
 */
function regressionWeights(inside: Float64Array, first: number, count: number): Float64Array {
  let sumX = 0;
  let sumXX = 0;
  inside.forEach((share, i) => {
    sumX += share * (first + i);
    sumXX += (share * (first + i)) ** 2;
  });
  const spread = count * sumXX - sumX * sumX;
  return inside.map((share, i) => (share * (count * (first + i) - sumX)) / spread);
}
