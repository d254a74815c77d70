const powerFloor = 1e-10;

/**
 * How a frame's energy is spread below and above a corner frequency (Eyben et al. 2016, section
 * 3.1). Both measures are of |X|^2 of the 20 ms frame up to 5 kHz.
 */
export class SpectralBalance {
  private readonly below1kHz: number;
  private readonly upTo2kHz: number;
  private readonly upTo5kHz: number;

  /** @param bins number of bins of the spectrum */
  constructor(hertzPerBin: number, bins: number) {
    const upTo = (hz: number) => Math.min(bins, Math.floor(hz / hertzPerBin) + 1);
    this.below1kHz = Math.min(bins, Math.ceil(1000 / hertzPerBin));
    this.upTo2kHz = upTo(2000);
    this.upTo5kHz = upTo(5000);
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
