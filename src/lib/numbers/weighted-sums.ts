import { runsWasmWeightedSums, WasmWeightedSums } from "./kernels/wasm-weighted-sums";
import { plainWeightedSums, type Weighting } from "./plain-weighted-sums";
import type { Samples } from "./samples";

const vectors = runsWasmWeightedSums() ? new WasmWeightedSums() : undefined;

/**
 * Weighted sums in single precision: the output samples of a resampling filter, or the bands of a
 * filter bank.
 *
 * @example
 * const sums = new WeightedSums(3, [{ first: 1, weights: Float32Array.of(1, 2) }]);
 * sums.apply(Float32Array.of(5, 6, 7), new Float32Array(1)) // [20]
 */
export class WeightedSums {
  /** @param length how many numbers `apply` takes */
  constructor(
    private readonly length: number,
    private readonly weightings: readonly Weighting[],
  ) {}

  /** The sums of `numbers` (length of them) into `out` (one per weighting), which is returned. */
  apply<T extends Samples>(numbers: Samples, out: T): T {
    if (!vectors) return plainWeightedSums(this.weightings, numbers, out);
    vectors.hold(this.length, this.weightings);
    vectors.numbers.set(numbers);
    vectors.sum();
    out.set(vectors.sums);
    return out;
  }
}
