/** The numbers of the last frames of a recording, each in the place of one that is no longer needed. */
export class FrameRing {
  private readonly slots: readonly Float64Array[];
  /** Which frame each slot holds; -1 for none. */
  private readonly held: Int32Array;

  /**
   * @param frames how many are kept
   * @param length numbers per frame
   */
  constructor(frames: number, length: number) {
    this.slots = Array.from({ length: frames }, () => new Float64Array(length));
    this.held = new Int32Array(frames).fill(-1);
  }

  /** Keeps a copy of the numbers of frame `index`. */
  put(index: number, numbers: Float64Array): void {
    const slot = index % this.slots.length;
    this.slots[slot].set(numbers);
    this.held[slot] = index;
  }

  /** The numbers of frame `index`, where they are kept. */
  get(index: number): Float64Array | undefined {
    const slot = index % this.slots.length;
    return this.held[slot] === index ? this.slots[slot] : undefined;
  }

  /** Another recording begins. */
  clear(): void {
    this.held.fill(-1);
  }
}
