import { checkPositive } from "../check";
import type { Samples } from "./waveform";

/** Half the filter's length, in periods of the lower of the two rates. */
const halfPeriods = 96;
/** Kaiser's shape for a stop band at -127 dB. */
const beta = 13.1;
/** Where the filter's gain is one half, as a fraction of the lower half rate: the middle of its transition from 0.913 to 1. */
const cutoff = 0.9565;

/**
 * A resampling filter for one pair of rates: a sinc under a Kaiser window (Kaiser 1974; Crochiere & Rabiner 1983, ch. 4). Its rows of weights, one per phase, are made when they are first needed.
 *
 * @example new PolyphaseFilter(44100, 16000).apply(new Float32Array(441)).length // 160
 */
export class PolyphaseFilter {
  private readonly up: number;
  private readonly down: number;
  /** Weights per output sample; a multiple of 4. */
  private readonly taps: number;
  private readonly rows = new Map<number, Float64Array>();

  /** Rates in Hz. */
  constructor(
    private readonly from: number,
    private readonly to: number,
  ) {
    checkPositive("from", from, "Hz");
    checkPositive("to", to, "Hz");
    const divisor = greatestCommonDivisor(from, to);
    this.up = to / divisor;
    this.down = from / divisor;
    this.taps = 4 * Math.ceil((halfPeriods * Math.max(1, from / to)) / 2);
  }

  /** The samples at the new rate. */
  apply(samples: Samples): Float32Array {
    const { up, down, taps } = this;
    const out = new Float32Array(Math.ceil((samples.length * up) / down));
    for (let n = 0; n < out.length; n++) {
      const position = n * down;
      const phase = position % up;
      const first = (position - phase) / up - taps / 2 + 1;
      const weights = this.weightsOf(phase);
      const inside = first >= 0 && first + taps <= samples.length;
      out[n] = inside ? weightedSum(samples, first, weights) : weightedSumAtEnd(samples, first, weights);
    }
    return out;
  }

  private weightsOf(phase: number): Float64Array {
    const known = this.rows.get(phase);
    if (known) return known;
    const row = this.makeRow(phase / this.up);
    this.rows.set(phase, row);
    return row;
  }

  /** The weights for an output that lies `fraction` of an input sample after the middle one, scaled to a sum of 1. */
  private makeRow(fraction: number): Float64Array {
    const { taps, from, to } = this;
    const width = Math.min(1, to / from);
    const row = new Float64Array(taps);
    let sum = 0;
    for (let i = 0; i < taps; i++) {
      const distance = i - taps / 2 + 1 - fraction;
      row[i] = sinc(cutoff * width * distance) * kaiser((2 * distance) / taps);
      sum += row[i];
    }
    return row.map((weight) => weight / sum);
  }
}

/** Four sums side by side, because one would wait for itself at every step. */
function weightedSum(samples: Samples, first: number, weights: Float64Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0, at = first; i < weights.length; i += 4, at += 4) {
    a += weights[i] * samples[at];
    b += weights[i + 1] * samples[at + 1];
    c += weights[i + 2] * samples[at + 2];
    d += weights[i + 3] * samples[at + 3];
  }
  return a + b + (c + d);
}

function weightedSumAtEnd(samples: Samples, first: number, weights: Float64Array): number {
  const end = Math.min(weights.length, samples.length - first);
  let sum = 0;
  for (let i = Math.max(0, -first); i < end; i++) sum += weights[i] * samples[first + i];
  return sum;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : besselI0(beta * Math.sqrt(1 - x * x)) / besselI0(beta);
}

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

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
