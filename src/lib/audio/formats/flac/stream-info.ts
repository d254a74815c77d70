import { InputError } from "../../../check";
import { BitReader } from "./bit-reader";

/** What a FLAC file tells of itself before its first frame. */
export interface StreamInfo {
  /** In Hz. */
  readonly sampleRate: number;
  readonly channels: number;
  readonly bits: number;
  /** Samples of each channel; 0 where the encoder did not know. */
  readonly totalSamples: number;
  /** MD5 of the samples in hex digits; undefined where the encoder did not write it. */
  readonly md5: string | undefined;
  /** Where the frames begin. */
  readonly framesStart: number;
}

const minimum = 34;
const mostBlocks = 1000;

/**
 * Reads STREAMINFO and passes over the other metadata (RFC 9639, section 8).
 *
 * @param bytes the file, or its beginning
 * @param start of "fLaC"
 * @throws InputError where it is cut off or damaged
 */
export function readStreamInfo(bytes: Uint8Array, start: number, name: string): StreamInfo {
  const info = start + 8;
  if ((bytes[start + 4] & 127) !== 0 || info + minimum > bytes.length) {
    throw new InputError(`${name} is damaged: the FLAC file does not begin with STREAMINFO; copy it again`);
  }
  const reader = new BitReader(bytes, info + 10);
  const sampleRate = reader.unsigned(20);
  const channels = reader.unsigned(3) + 1;
  const bits = reader.unsigned(5) + 1;
  const totalSamples = reader.unsigned(4) * 2 ** 32 + reader.unsigned(32);
  const digest = [...bytes.subarray(info + 18, info + 34)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  const md5 = /^0+$/.test(digest) ? undefined : digest;
  return {
    sampleRate,
    channels,
    bits,
    totalSamples,
    md5,
    framesStart: endOfMetadata(bytes, start + 4, name),
  };
}

function endOfMetadata(bytes: Uint8Array, start: number, name: string): number {
  let at = start;
  for (let block = 0; block < mostBlocks && at + 4 <= bytes.length; block++) {
    const isLast = bytes[at] >= 128;
    at += 4 + ((bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]);
    if (isLast) return at;
  }
  if (at >= bytes.length) return at; // a beginning was handed in, which ends within a picture
  throw new InputError(`${name} is damaged: the FLAC file's metadata does not end; copy it again`);
}
