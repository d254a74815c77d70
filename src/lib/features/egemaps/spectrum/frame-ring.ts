/**
 * What was computed of the last frames of a recording, each in the place of one that is no longer
 * needed.
 */
export class FrameRing<T> {
  private readonly slots: readonly T[];
  /** Which frame each slot holds; -1 for none. */
  private readonly held: Int32Array;

  /**
   * @param frames how many are kept
   * @param make the buffers of one frame
   * @param fill computes frame `index` into them
   */
  constructor(
    frames: number,
    make: () => T,
    private readonly fill: (index: number, out: T) => void,
  ) {
    this.slots = Array.from({ length: frames }, make);
    this.held = new Int32Array(frames).fill(-1);
  }

  /**
   * What frame `index` has, computed unless it is kept; overwritten once as many later frames came.
   */
  at(index: number): T {
    const slot = index % this.slots.length;
    if (this.held[slot] !== index) this.fill(index, this.slots[slot]);
    this.held[slot] = index;
    return this.slots[slot];
  }

  /** Another recording begins. */
  clear(): void {
    this.held.fill(-1);
  }
}
