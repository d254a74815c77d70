const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const sines = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0);

/**
 * MD5 (RFC 1321), by which FLAC knows its samples; it protects against damage, not against malice.
 */
export class Md5 {
  private readonly state = Int32Array.of(0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476);
  private readonly block = new Uint8Array(64);
  private readonly words = new Int32Array(16);
  private length = 0;

  update(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const from = this.length % 64;
      const part = bytes.subarray(at, at + 64 - from);
      this.block.set(part, from);
      this.length += part.length;
      at += part.length;
      if (from + part.length === 64) this.mix();
    }
  }

  /** 32 hex digits; nothing may be added after. */
  digest(): string {
    const bits = this.length * 8;
    this.update(Uint8Array.of(0x80));
    this.update(new Uint8Array((120 - (this.length % 64)) % 64));
    const tail = new DataView(new ArrayBuffer(8));
    tail.setUint32(0, bits >>> 0, true);
    tail.setUint32(4, Math.floor(bits / 2 ** 32), true);
    this.update(new Uint8Array(tail.buffer));
    const bytes = new DataView(new ArrayBuffer(16));
    this.state.forEach((word, i) => {
      bytes.setInt32(4 * i, word, true);
    });
    return [...new Uint8Array(bytes.buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  private mix(): void {
    const { block, words, state } = this;
    for (let i = 0, b = 0; i < 16; i++, b += 4) {
      words[i] = block[b] | (block[b + 1] << 8) | (block[b + 2] << 16) | (block[b + 3] << 24);
    }
    let [a, b, c, d] = state;
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      let mixed: number;
      let word: number;
      if (round === 0) {
        mixed = (b & c) | (~b & d);
        word = i;
      } else if (round === 1) {
        mixed = (d & b) | (~d & c);
        word = (5 * i + 1) & 15;
      } else if (round === 2) {
        mixed = b ^ c ^ d;
        word = (3 * i + 5) & 15;
      } else {
        mixed = c ^ (b | ~d);
        word = (7 * i) & 15;
      }
      const sum = (a + mixed + sines[i] + words[word]) | 0;
      const shift = shifts[(round << 2) | (i & 3)];
      a = d;
      d = c;
      c = b;
      b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
  }
}
