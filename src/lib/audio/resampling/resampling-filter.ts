import type { Samples } from "../../numbers/samples";

/** Brings samples from one rate to another, block by block. */
export interface ResamplingFilter {
  /** How many input samples a block takes at most, and how many output samples it gives. */
  readonly blockLengths: { readonly inputs: number; readonly outputs: number };
  /** How many samples come of `length` samples. */
  outputLength(length: number): number;
  /**
   * The place of the first input sample that the block from output `n` on takes; below zero stands
   * silence.
   */
  firstInput(n: number): number;
  /**
   * The outputs of the block from output `n` on; overwritten by the next call.
   *
   * @param start where `firstInput(n)` stands in `samples`; beyond their ends stands silence
   */
  block(samples: Samples, start: number, n: number): Float32Array;
}
