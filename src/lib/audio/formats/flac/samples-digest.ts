import { Md5 } from "./md5";
import type { Values } from "./subframe";

/**
 * The MD5 of decoded samples, interleaved in as few bytes as hold them, which STREAMINFO has of
 * all.
 */
export class SamplesDigest {
  private readonly md5 = new Md5();
  private readonly bytes: number;

  /** @param bits of a sample */
  constructor(bits: number) {
    this.bytes = Math.ceil(bits / 8);
  }

  add(channels: readonly Values[], count: number): void {
    const { bytes } = this;
    const packed = new Uint8Array(count * channels.length * bytes);
    for (let c = 0; c < channels.length; c++) {
      for (let i = 0, at = c * bytes; i < count; i++, at += channels.length * bytes) {
        for (let b = 0, value = channels[c][i] | 0; b < bytes; b++, value >>= 8) packed[at + b] = value;
      }
    }
    this.md5.update(packed);
  }

  digest(): string {
    return this.md5.digest();
  }
}
