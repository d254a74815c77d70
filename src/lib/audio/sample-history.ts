import type { Samples } from "../numbers/samples";

/**
 * The last samples of a stream that goes on without end, addressed by their place in the stream.
 *
 * @example
 * const history = new SampleHistory();
 * history.append(Float32Array.of(1, 2, 3, 4));
 * history.forget(2);
 * history.view(2, 4) // [3, 4]
 */
export class SampleHistory {
  private buffer = new Float32Array(4096);
  /** The sample at the buffer's start. */
  private first = 0;
  /** After the stream's last sample. */
  private after = 0;

  /** How many samples the stream has had. */
  get end(): number {
    return this.after;
  }

  /** The samples that are still held, from `start` on. */
  get held(): { readonly start: number; readonly samples: Float32Array } {
    return { start: this.first, samples: this.buffer.subarray(0, this.after - this.first) };
  }

  append(samples: Samples): void {
    const held = this.after - this.first;
    if (held + samples.length > this.buffer.length) {
      const larger = new Float32Array(2 * (held + samples.length));
      larger.set(this.buffer.subarray(0, held));
      this.buffer = larger;
    }
    this.buffer.set(samples, held);
    this.after += samples.length;
  }

  /**
   * The samples from `start` to before `end`, which must still be held: valid until the next
   * `append` or `forget`.
   */
  view(start: number, end: number): Float32Array {
    return this.buffer.subarray(start - this.first, end - this.first);
  }

  /** Lets go of everything before sample `start`; the memory is reused. */
  forget(start: number): void {
    const drop = Math.min(start, this.after) - this.first;
    if (drop < this.buffer.length / 4) return;
    this.buffer.copyWithin(0, drop, this.after - this.first);
    this.first += drop;
  }
}
