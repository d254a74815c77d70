import type { SoundHeader } from "../sound-file";
import type { BlockDecoder } from "./block-decoder";

/** Where the samples of an uncompressed (or ADPCM) file lie, and how they are written. */
export interface PcmLayout {
  readonly header: SoundHeader;
  readonly decoder: BlockDecoder;
  /** The first byte of the samples, from the file's beginning. */
  readonly start: number;
  /** Bytes of the samples. */
  readonly bytes: number;
  /** Samples of each channel. */
  readonly samples: number;
}

/** What a container's header tells. */
export interface PcmFacts extends Pick<PcmLayout, "decoder" | "start" | "bytes"> {
  readonly notes: readonly string[];
  readonly container: string;
  readonly channels: number;
  readonly sampleRate: number;
  /** Samples of each channel by the header, where the last block is not full. */
  readonly told?: number;
}

/** The layout that a container's facts give. */
export function pcmLayout(facts: PcmFacts): PcmLayout {
  const { container, channels, sampleRate, decoder, start, bytes, notes, told } = facts;
  const whole = Math.floor(bytes / decoder.blockBytes) * decoder.blockSamples;
  const samples = told !== undefined && told > 0 && told < whole + decoder.blockSamples ? told : whole;
  const header = {
    format: `${container}, ${decoder.name}`,
    channels,
    sampleRate,
    seconds: samples / sampleRate,
    floatingPoint: decoder.floatingPoint,
    notes,
  };
  return { header, decoder, start, bytes, samples };
}
