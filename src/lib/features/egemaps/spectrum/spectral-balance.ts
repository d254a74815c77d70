const powerFloor = 1e-10;
/** Of power: 10 / ln(10). */
const decibelsPerLog = 10 / Math.LN10;

/**
 * How a frame's energy is spread over frequency: alpha ratio, Hammarberg index, spectral slopes and flux (Eyben et al. 2016, section 3.1;
 * Eyben's thesis, section 2.2.6). All of the 20 ms frame's spectrum below 5 kHz.
 */
export class SpectralBalance {
  private readonly flux: SpectralFlux;
  private readonly slopes: readonly [BandSlope, BandSlope];
  private readonly below1kHz: number;
  private readonly upTo2kHz: number;
  private readonly upTo5kHz: number;

  /** @param bins number of bins of the spectrum */
  constructor(hertzPerBin: number, bins: number) {
    const upTo = (hz: number) => Math.min(bins, Math.floor(hz / hertzPerBin) + 1);
    const below = (hz: number) => Math.min(bins, Math.ceil(hz / hertzPerBin));
    this.below1kHz = below(1000);
    this.upTo2kHz = upTo(2000);
    this.upTo5kHz = upTo(5000);
    this.flux = new SpectralFlux(below(5000));
    this.slopes = [new BandSlope(0, 500, hertzPerBin), new BandSlope(500, 1500, hertzPerBin)];
  }

  /** Energy from 1 to 5 kHz over energy below 1 kHz, in dB. */
  alphaRatioDb(power: Float64Array): number {
    return decibels(sum(power, this.below1kHz, this.upTo5kHz)) - decibels(sum(power, 0, this.below1kHz));
  }

  /** Strongest bin up to 2 kHz over the strongest from there to 5 kHz, in dB. */
  hammarbergIndexDb(power: Float64Array): number {
    const low = highest(power, 0, this.upTo2kHz);
    return decibels(low) - decibels(highest(power, this.upTo2kHz, this.upTo5kHz));
  }

  /** Slopes of the level from 0 to 500 Hz and from 500 to 1500 Hz, in dB per Hz. */
  slopesDbPerHz(power: Float64Array): [number, number] {
    return [this.slopes[0].of(power), this.slopes[1].of(power)];
  }

  /** Another recording begins. */
  begin(): void {
    this.flux.begin();
  }

  /** Change of the spectrum since frame `index` - 1; undefined where that was not the last one given. */
  fluxOf(magnitude: Float64Array, index: number): number | undefined {
    return this.flux.of(magnitude, index);
  }
}

/** Root mean square of the bins' changes from frame to frame. */
class SpectralFlux {
  private readonly previous: Float64Array;
  /** The frame that `previous` belongs to. */
  private last = Number.NaN;

  constructor(private readonly bins: number) {
    this.previous = new Float64Array(bins);
  }

  begin(): void {
    this.last = Number.NaN;
  }

  of(magnitude: Float64Array, index: number): number | undefined {
    let sum = 0;
    for (let k = 0; k < this.bins; k++) {
      const change = magnitude[k] - this.previous[k];
      sum += change * change;
      this.previous[k] = magnitude[k];
    }
    const follows = index === this.last + 1;
    this.last = index;
    return follows ? Math.sqrt(sum / this.bins) : undefined;
  }
}

/** Regression of level in dB on frequency over a band whose edges may lie between bins: the bins at the edges count by the part that lies inside. */
class BandSlope {
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

  of(power: Float64Array): number {
    let slope = 0;
    for (let i = 0; i < this.weights.length; i++)
      slope += this.weights[i] * Math.log(Math.max(powerFloor, power[this.first + i]));
    return slope;
  }
}

/** The slope as a weighted sum of the levels. `count` is one less than there are bins, as in openSMILE. */
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

const decibels = (power: number): number => 10 * Math.log10(Math.max(powerFloor, power));

function sum(values: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let k = from; k < to; k++) total += values[k];
  return total;
}

function highest(values: Float64Array, from: number, to: number): number {
  let top = 0;
  for (let k = from; k < to; k++) if (values[k] > top) top = values[k];
  return top;
}
