import type { Samples } from "../../numbers/samples";
import { copyFrom } from "../copy-from";
import type { ResamplingFilter } from "./resampling-filter";
import { tapsBetween, windowedSinc } from "./windowed-sinc";

/** Samples given at once. */
const outputs = 256;
/** 2 MB, made in a tenth of a second; between its rows the weights are right to -125 dB. */
const mostWeights = 2 ** 19;

/**
 * A resampling filter for rates without a small ratio: the weights of some hundred phases, and
 * between them straight lines (Smith & Gossett 1984), so that work and memory are bounded for any
 * two rates.
 */
export class InterpolatedFilter implements ResamplingFilter {
  readonly blockLengths: { readonly inputs: number; readonly outputs: number };
  private readonly taps: number;
  private readonly phases: number;
  /** Phases from 0 to 1, both included, x taps. */
  private readonly rows: Float32Array;
  private readonly inputs: Float32Array;
  private readonly given = new Float32Array(outputs);

  /** Rates in Hz, whole numbers. */
  constructor(
    private readonly from: number,
    private readonly to: number,
  ) {
    this.taps = tapsBetween(from, to);
    this.phases = 2 ** Math.max(4, Math.floor(Math.log2(mostWeights / this.taps)));
    this.rows = this.makeRows();
    const inputs = Math.ceil(((outputs - 1) * from) / to) + 1 + this.taps;
    this.inputs = new Float32Array(inputs);
    this.blockLengths = { inputs, outputs };
  }

  outputLength(length: number): number {
    return Math.ceil((length * this.to) / this.from);
  }

  firstInput(n: number): number {
    return Math.floor((n * this.from) / this.to) - this.taps / 2 + 1;
  }

  block(samples: Samples, start: number, n: number): Float32Array {
    const { from, to, phases, taps, inputs, given } = this;
    copyFrom(samples, start, inputs);
    const before = Math.floor((n * from) / to);
    for (let k = 0; k < outputs; k++) {
      const place = (n + k) * from;
      const whole = Math.floor(place / to);
      const phase = ((place - whole * to) / to) * phases;
      const row = Math.floor(phase);
      given[k] = this.sum(whole - before, row * taps, phase - row);
    }
    return given;
  }

  /**
   * The weighted sum of the inputs from `at` on, `share` of the way from the row that starts at
   * `row` to the next.
   */
  private sum(at: number, row: number, share: number): number {
    const { inputs, rows, taps } = this;
    let sum = 0;
    for (let i = 0, next = row + taps; i < taps; i++) {
      const weight = rows[row + i];
      sum += inputs[at + i] * (weight + share * (rows[next + i] - weight));
    }
    return sum;
  }

  /** The second half mirrors the first. */
  private makeRows(): Float32Array {
    const { from, to, phases, taps } = this;
    const rows = new Float32Array((phases + 1) * taps);
    for (let p = 0; p <= phases / 2; p++) {
      const row = windowedSinc(from, to, p / phases);
      rows.set(row, p * taps);
      rows.set(row.reverse(), (phases - p) * taps);
    }
    return rows;
  }
}
