import { greatestCommonDivisor } from "../../numbers/greatest-common-divisor";
import type { Samples } from "../../numbers/samples";
import { WeightedSums } from "../../numbers/weighted-sums";
import { copyFrom } from "../copy-from";
import type { ResamplingFilter } from "./resampling-filter";
import { tapsBetween, windowedSinc } from "./windowed-sinc";

/** Samples given at once, at least. */
const atOnce = 256;

/**
 * A resampling filter for two rates with a small ratio: a windowed sinc with one row of weights per
 * phase.
 */
export class PolyphaseFilter implements ResamplingFilter {
  readonly blockLengths: { readonly inputs: number; readonly outputs: number };
  private readonly up: number;
  private readonly down: number;
  /** Weights per output sample. */
  private readonly taps: number;
  /** The outputs of one block and the inputs that they take. */
  private readonly sums: WeightedSums;
  private readonly inputs: Float32Array;
  private readonly outputs: Float32Array;

  /** Rates in Hz, whole numbers. */
  constructor(from: number, to: number) {
    const divisor = greatestCommonDivisor(from, to);
    this.up = to / divisor;
    this.down = from / divisor;
    this.taps = tapsBetween(from, to);
    const rows = Array.from({ length: this.up }, (_, phase) => windowedSinc(from, to, phase / this.up));
    const count = this.up * Math.ceil(atOnce / this.up);
    const weightings = Array.from({ length: count }, (_, n) => ({
      first: Math.floor((n * this.down) / this.up),
      weights: rows[(n * this.down) % this.up],
    }));
    this.inputs = new Float32Array(weightings[count - 1].first + this.taps);
    this.outputs = new Float32Array(count);
    this.blockLengths = { inputs: this.inputs.length, outputs: count };
    this.sums = new WeightedSums(this.inputs.length, weightings);
  }

  outputLength(length: number): number {
    return Math.ceil((length * this.up) / this.down);
  }

  firstInput(n: number): number {
    return (n * this.down) / this.up - this.taps / 2 + 1;
  }

  block(samples: Samples, start: number): Float32Array {
    copyFrom(samples, start, this.inputs);
    return this.sums.apply(this.inputs, this.outputs);
  }
}
