import type { SampleCoding } from "./sample-coding";

/**
 * Decodes sound that lies in blocks of a fixed length: one sample of each channel, or an ADPCM
 * block.
 */
export interface BlockDecoder {
  readonly name: string;
  readonly floatingPoint: boolean;
  /** Bytes of a block, all channels together. */
  readonly blockBytes: number;
  /** Samples of each channel in a block. */
  readonly blockSamples: number;
  /**
   * Decodes blocks into one array a channel, from their beginning; the last block may be cut.
   *
   * @returns samples of each channel
   */
  decode(view: DataView, at: number, bytes: number, channels: readonly Float32Array[]): number;
}

/** Blocks of one sample of each channel. */
export function frameDecoder(coding: SampleCoding, channels: number): BlockDecoder {
  const { name, floatingPoint, bytes: sampleBytes, read } = coding;
  const blockBytes = sampleBytes * channels;
  return {
    name,
    floatingPoint,
    blockBytes,
    blockSamples: 1,
    decode(view, at, bytes, out) {
      const count = Math.floor(bytes / blockBytes);
      for (let c = 0; c < channels; c++) {
        const samples = out[c];
        for (let i = 0, from = at + c * sampleBytes; i < count; i++, from += blockBytes) {
          samples[i] = read(view, from);
        }
      }
      return count;
    },
  };
}
