import { checkPositive, InputError } from "../check";
import { greatestCommonDivisor } from "../numbers/greatest-common-divisor";
import type { Samples } from "../numbers/samples";
import { WeightedSums } from "../numbers/weighted-sums";

/** Half the filter's length, in periods of the lower of the two rates. */
const halfPeriods = 96;
/** Kaiser's shape for a stop band at -127 dB. */
const beta = 13.1;
/**
 * Where the filter's gain is one half, as a fraction of the lower half rate: the middle of its transition
 * from 0.913 to 1.
 */
const cutoff = 0.9565;

/** Samples given at once, at least. */
const atOnce = 256;
/** Above it no filter is made: it would take several seconds and many megabytes. The usual rates stay below 150,000. */
const mostWeights = 2 ** 22;
/** So many filters are kept for the next stream or recording. */
const mostKept = 8;
/** The filters that were used last, by rates, the latest at the end: their weights are the same for all streams. */
const kept = new Map<string, PolyphaseFilter>();

/**
 * A resampling filter for one pair of rates: a sinc under a Kaiser window (Kaiser 1974; Crochiere & Rabiner
 * 1983, ch. 4), with one row of weights per phase.
 *
 * @example new PolyphaseFilter(44100, 16000).apply(new Float32Array(441)).length // 160
 */
export class PolyphaseFilter {
  private readonly up: number;
  private readonly down: number;
  /** Weights per output sample. */
  private readonly taps: number;
  /** The outputs of one block and the inputs that they take. */
  private readonly sums: WeightedSums;
  private readonly inputs: Float32Array;
  private readonly outputs: Float32Array;

  /**
   * The filter for a pair of rates in Hz; the last ones are kept.
   *
   * @throws InputError for rates whose ratio takes a filter of more than 4 million weights, such as 96,001 to 16,000
   */
  static between(from: number, to: number): PolyphaseFilter {
    const key = `${from}:${to}`;
    const filter = kept.get(key) ?? new PolyphaseFilter(from, to);
    kept.delete(key);
    kept.set(key, filter);
    if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
    return filter;
  }

  /**
   * How many weights the filter between two rates in Hz has; each takes half a microsecond to make, and four bytes.
   *
   * @example PolyphaseFilter.weightsBetween(44100, 16000) // 85760
   */
  static weightsBetween(from: number, to: number): number {
    const { up, taps } = shapeOf(from, to);
    return up * taps;
  }

  /** Refuses two rates in Hz as `between` does, without making the filter. */
  static checkRatio(from: number, to: number): void {
    if (from === to || PolyphaseFilter.weightsBetween(from, to) <= mostWeights) return;
    throw new InputError(
      `sampleRate=${from} has no small ratio with the ${to} Hz that are needed; convert the sound to 16000, 44100 or 48000 Hz`,
    );
  }

  /** Rates in Hz. @throws InputError as `between` */
  constructor(
    private readonly from: number,
    private readonly to: number,
  ) {
    checkPositive("from", from, "Hz");
    checkPositive("to", to, "Hz");
    PolyphaseFilter.checkRatio(from, to);
    ({ up: this.up, down: this.down, taps: this.taps } = shapeOf(from, to));
    const rows = Array.from({ length: this.up }, (_, phase) => this.makeRow(phase / this.up));
    const count = this.up * Math.ceil(atOnce / this.up);
    const weightings = Array.from({ length: count }, (_, n) => ({
      first: Math.floor((n * this.down) / this.up),
      weights: rows[(n * this.down) % this.up],
    }));
    this.inputs = new Float32Array(weightings[count - 1].first + this.taps);
    this.outputs = new Float32Array(count);
    this.sums = new WeightedSums(this.inputs.length, weightings);
  }

  /** The samples at the new rate. */
  apply(samples: Samples): Float32Array {
    const out = new Float32Array(this.outputLength(samples.length));
    for (let n = 0; n < out.length; n += this.outputs.length) {
      out.set(this.block(samples, this.firstInput(n)).subarray(0, out.length - n), n);
    }
    return out;
  }

  /** How many samples come of `length` samples. */
  outputLength(length: number): number {
    return Math.ceil((length * this.up) / this.down);
  }

  /** How many input samples a block takes, and how many output samples it gives. */
  get blockLengths(): { readonly inputs: number; readonly outputs: number } {
    return { inputs: this.inputs.length, outputs: this.outputs.length };
  }

  /** The place of the first input sample that the block from output `n` on takes; below zero stands silence. */
  firstInput(n: number): number {
    return (n * this.down) / this.up - this.taps / 2 + 1;
  }

  /** The outputs of one block whose inputs start at `start` of `samples`; overwritten by the next call. */
  block(samples: Samples, start: number): Float32Array {
    this.fill(samples, start);
    return this.sums.apply(this.inputs, this.outputs);
  }

  /** Copies the samples from `start` on; beyond the ends stands silence. */
  private fill(samples: Samples, start: number): void {
    const { inputs } = this;
    const first = Math.max(0, start);
    inputs.fill(0);
    inputs.set(samples.subarray(first, Math.max(first, start + inputs.length)), first - start);
  }

  /**
   * The weights for an output that lies `fraction` of an input sample after the middle one, scaled to a sum
   * of 1.
   */
  private makeRow(fraction: number): Float32Array {
    const { taps, from, to } = this;
    const width = Math.min(1, to / from);
    const row = Float64Array.from({ length: taps }, (_, i) => {
      const distance = i - taps / 2 + 1 - fraction;
      return sinc(cutoff * width * distance) * kaiser((2 * distance) / taps);
    });
    const sum = row.reduce((total, weight) => total + weight, 0);
    return Float32Array.from(row, (weight) => weight / sum);
  }
}

/** How often the rate goes up and down, and the weights of each output sample. */
function shapeOf(from: number, to: number): { up: number; down: number; taps: number } {
  const divisor = greatestCommonDivisor(from, to);
  const taps = 8 * Math.ceil((halfPeriods * Math.max(1, from / to)) / 4);
  return { up: to / divisor, down: from / divisor, taps };
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : besselI0(beta * Math.sqrt(1 - x * x)) / highestI0;
}

const highestI0 = besselI0(beta);

/** The modified Bessel function of order zero, by its power series. */
function besselI0(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}
