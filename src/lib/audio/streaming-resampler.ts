import type { Samples } from "../numbers/samples";
import { filterBetween } from "./resampling/filter-between";
import type { ResamplingFilter } from "./resampling/resampling-filter";
import { SampleHistory } from "./sample-history";

/**
 * `resample` for a stream: whatever the chunks, what comes out is to the bit what `resample` makes
 * of the whole stream. It lags behind by the filter's half length and a block, 22 ms from 48 to 16
 * kHz.
 *
 * @example
 * const resampler = new StreamingResampler(48000, 16000);
 * resampler.push(new Float32Array(4800)).length + resampler.end().length // 1600
 */
export class StreamingResampler {
  private readonly filter: ResamplingFilter | undefined;
  private readonly history = new SampleHistory();
  /** Output samples given so far. */
  private given = 0;

  /** Rates in Hz, whole numbers. */
  constructor(from: number, to: number) {
    this.filter = from === to ? undefined : filterBetween(from, to);
  }

  /** The output samples that these input samples complete. */
  push(samples: Samples): Float32Array {
    if (!this.filter) return Float32Array.from(samples);
    this.history.append(samples);
    const { inputs, outputs } = this.filter.blockLengths;
    const last = this.history.end - inputs;
    let count = 0;
    while (this.filter.firstInput(this.given + count) <= last) count += outputs;
    return this.give(count);
  }

  /** What is left when the stream has ended; nothing may be pushed after. */
  end(): Float32Array {
    if (!this.filter) return new Float32Array(0);
    return this.give(this.filter.outputLength(this.history.end) - this.given);
  }

  private give(count: number): Float32Array {
    const filter = this.filter!;
    const out = new Float32Array(count);
    for (let n = 0; n < count; ) {
      const { start, samples } = this.history.held;
      const block = filter
        .block(samples, filter.firstInput(this.given) - start, this.given)
        .subarray(0, count - n);
      out.set(block, n);
      n += block.length;
      this.given += block.length;
    }
    this.history.forget(Math.max(0, filter.firstInput(this.given)));
    return out;
  }
}
