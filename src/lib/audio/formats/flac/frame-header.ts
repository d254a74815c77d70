import { crc8 } from "./checksums";
import type { StreamInfo } from "./stream-info";

/** The beginning of a FLAC frame. */
export interface FrameHeader {
  /** Samples of each channel. */
  readonly samples: number;
  /**
   * 0 to 7: one less than the channels; 8: left and side; 9: side and right; 10: middle and side.
   */
  readonly assignment: number;
  readonly channels: number;
  readonly bits: number;
  /** In Hz. */
  readonly sampleRate: number;
  /** Where the subframes begin. */
  readonly end: number;
}

const rates = [0, 88200, 176400, 192000, 8000, 16000, 22050, 24000, 32000, 44100, 48000, 96000];
const depths = [0, 8, 12, -1, 16, 20, 24, 32];

/**
 * Reads the header of the frame at `at` (RFC 9639, section 9.1).
 *
 * @returns nothing where no frame begins there: no sync code, a reserved value, or a wrong checksum
 */
export function readFrameHeader(bytes: Uint8Array, at: number, info: StreamInfo): FrameHeader | undefined {
  if (bytes[at] !== 0xff || (bytes[at + 1] & 0xfe) !== 0xf8) return undefined;
  const [blockCode, rateCode] = [bytes[at + 2] >> 4, bytes[at + 2] & 15];
  const [assignment, depthCode] = [bytes[at + 3] >> 4, (bytes[at + 3] >> 1) & 7];
  const bits = depthCode === 0 ? info.bits : depths[depthCode];
  if (blockCode === 0 || rateCode === 15 || assignment > 10 || bits < 0) return undefined;
  let next = at + 4 + codedNumberBytes(bytes[at + 4]);
  const samples = blockSamples(blockCode, bytes, next);
  next += blockCode === 6 ? 1 : blockCode === 7 ? 2 : 0;
  const sampleRate = rateOf(rateCode, bytes, next) || info.sampleRate;
  next += rateCode === 12 ? 1 : rateCode > 12 ? 2 : 0;
  if (next >= bytes.length || crc8(bytes, at, next) !== bytes[next]) return undefined;
  const channels = assignment < 8 ? assignment + 1 : 2;
  return { samples, assignment, channels, bits, sampleRate, end: next + 1 };
}

/** The frame's or sample's number is written as UTF-8 writes characters. */
function codedNumberBytes(first: number): number {
  return first < 0x80 ? 1 : Math.max(1, Math.clz32(~first & 0xff) - 24);
}

function blockSamples(code: number, bytes: Uint8Array, at: number): number {
  if (code === 1) return 192;
  if (code <= 5) return 144 << code;
  if (code === 6) return bytes[at] + 1;
  if (code === 7) return ((bytes[at] << 8) | bytes[at + 1]) + 1;
  return 1 << code;
}

function rateOf(code: number, bytes: Uint8Array, at: number): number {
  if (code < 12) return rates[code];
  if (code === 12) return 1000 * bytes[at];
  return ((bytes[at] << 8) | bytes[at + 1]) * (code === 14 ? 10 : 1);
}
