/** The numbers of the last frames, each in the place of one that is no longer needed. */
export class FrameRing {
  private readonly slots: readonly Float64Array[];

  /**
   * @param frames how many are kept
   * @param length numbers per frame
   */
  constructor(frames: number, length: number) {
    this.slots = Array.from({ length: frames }, () => new Float64Array(length));
  }

  /** The numbers of frame `index`, to be filled while it is the newest and read as long as it is kept. */
  at(index: number): Float64Array {
    return this.slots[index % this.slots.length];
  }
}
