import type { Samples } from "../numbers/samples";
import { PolyphaseFilter } from "./polyphase-filter";
import { SampleHistory } from "./sample-history";

/**
 * `resample` for a stream: whatever the chunks, what comes out is to the bit what `resample` makes of the whole stream.
 * It lags behind by the filter's half length and a block, 22 ms from 48 to 16 kHz.
 *
 * @example
 * const resampler = new StreamingResampler(48000, 16000);
 * resampler.push(new Float32Array(4800)).length + resampler.end().length // 1600
 */
export class StreamingResampler {
  private readonly filter: PolyphaseFilter | undefined;
  private readonly history = new SampleHistory();
  /** Output samples given so far. */
  private given = 0;

  /** Rates in Hz, whole numbers. */
  constructor(from: number, to: number) {
    this.filter = from === to ? undefined : PolyphaseFilter.between(from, to);
  }

  /** The output samples that these input samples complete. */
  push(samples: Samples): Float32Array {
    if (!this.filter) return Float32Array.from(samples);
    this.history.append(samples);
    const { inputs, outputs } = this.filter.blockLengths;
    const ready = this.history.end - inputs - this.filter.firstInput(this.given);
    const step = this.filter.firstInput(outputs) - this.filter.firstInput(0);
    return this.give(ready < 0 ? 0 : outputs * (1 + Math.floor(ready / step)));
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
      const block = filter.block(samples, filter.firstInput(this.given) - start).subarray(0, count - n);
      out.set(block, n);
      n += block.length;
      this.given += block.length;
    }
    this.history.forget(Math.max(0, filter.firstInput(this.given)));
    return out;
  }
}
