const highestHz = 5000;

/** How much the magnitude spectrum below 5 kHz changes from frame to frame. */
export class SpectralFlux {
  private readonly bins: number;

  /** @param bins number of bins of the spectrum */
  constructor(hertzPerBin: number, bins: number) {
    this.bins = Math.min(bins, Math.ceil(highestHz / hertzPerBin));
  }

  /**
   * sqrt(mean over bins of (|X(t)| - |X(t - 1)|)^2).
   *
   * @param magnitude |X| of every bin of the frame
   * @param before |X| of the frame before
   */
  of(magnitude: Float64Array, before: Float64Array): number {
    let sum = 0;
    for (let k = 0; k < this.bins; k++) {
      const change = magnitude[k] - before[k];
      sum += change * change;
    }
    return Math.sqrt(sum / this.bins);
  }
}
