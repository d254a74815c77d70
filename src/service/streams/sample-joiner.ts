/**
 * Joins the samples of messages of any length to pieces: what a piece costs beside its samples is
 * paid once.
 */
export class SampleJoiner {
  private readonly held: Float32Array;
  private count = 0;

  /**
   * @param longest samples of a piece
   * @param least samples that are handed on without waiting for more
   */
  constructor(
    private readonly longest: number,
    private readonly least: number,
  ) {
    this.held = new Float32Array(longest);
  }

  /** Whether samples wait for more. */
  get holds(): boolean {
    return this.count > 0;
  }

  /**
   * Takes a message's samples.
   *
   * @returns what may be handed on, oldest first; fewer than `least` samples stay
   * @example new SampleJoiner(4, 2).add(Float32Array.of(1, 2, 3, 4, 5)) // [Float32Array [1, 2, 3, 4]]
   */
  add(samples: Float32Array): Float32Array[] {
    const pieces: Float32Array[] = [];
    for (let at = 0; at < samples.length; ) {
      const part = samples.subarray(at, at + this.longest - this.count);
      this.held.set(part, this.count);
      this.count += part.length;
      at += part.length;
      if (this.count === this.longest) pieces.push(...this.flush());
    }
    if (this.count >= this.least) pieces.push(...this.flush());
    return pieces;
  }

  /** Hands on what is held: one piece, or none. */
  flush(): Float32Array[] {
    if (this.count === 0) return [];
    const piece = this.held.slice(0, this.count);
    this.count = 0;
    return [piece];
  }
}
