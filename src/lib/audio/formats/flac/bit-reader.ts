/** What the error says where the bytes end. */
export const endsTooEarly = "ends too early";

/** Reads bits from the highest to the lowest of each byte. */
export class BitReader {
  /** Place of the next byte that is not yet in `held`. */
  private next: number;
  /** Bits that were taken from the bytes and not yet read, at the bottom. */
  private held = 0;
  private count = 0;

  /** @param end where it stops, in bytes */
  constructor(
    private readonly bytes: Uint8Array,
    start: number,
    private readonly end = bytes.length,
  ) {
    this.next = start;
  }

  /** The place of the byte that is read next, where all bits of the last one were read. */
  get position(): number {
    return this.next - (this.count >> 3);
  }

  /** @param bits up to 32 @throws RangeError at the end */
  unsigned(bits: number): number {
    if (bits > 16) return this.unsigned(bits - 16) * 65536 + this.unsigned(16);
    while (this.count < bits) this.take();
    this.count -= bits;
    const value = this.held >>> this.count;
    this.held &= (1 << this.count) - 1;
    return value;
  }

  /** In two's complement. @param bits up to 33 */
  signed(bits: number): number {
    if (bits === 0) return 0;
    if (bits > 32) return this.signed(bits - 32) * 2 ** 32 + this.unsigned(32);
    const value = this.unsigned(bits);
    return value >= 2 ** (bits - 1) ? value - 2 ** bits : value;
  }

  /** How many zeros stand before the next one, which is read, too. */
  unary(): number {
    let zeros = 0;
    while (this.held === 0) {
      zeros += this.count;
      this.count = 0;
      this.take();
    }
    const leading = this.count - (32 - Math.clz32(this.held));
    this.count -= leading + 1;
    this.held &= (1 << this.count) - 1;
    return zeros + leading;
  }

  /** Passes over what is left of a byte. */
  align(): void {
    this.unsigned(this.count & 7);
  }

  private take(): void {
    if (this.next >= this.end) throw new RangeError(endsTooEarly);
    this.held = ((this.held << 8) | this.bytes[this.next++]) >>> 0;
    this.count += 8;
  }
}
