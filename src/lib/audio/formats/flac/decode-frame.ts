import { BitReader } from "./bit-reader";
import { crc16 } from "./checksums";
import type { FrameHeader } from "./frame-header";
import { decodeSubframe, type Values } from "./subframe";

/** A frame's channels, as whole numbers, and where it ends. */
export interface DecodedFrame {
  readonly channels: readonly Values[];
  readonly end: number;
}

/**
 * Decodes the frame that begins at `start`, and checks its checksum.
 *
 * @throws RangeError that says what is wrong with it
 */
export function decodeFrame(bytes: Uint8Array, start: number, header: FrameHeader): DecodedFrame {
  const reader = new BitReader(bytes, header.end);
  const { samples, bits, assignment, channels: count } = header;
  const side = assignment === 9 ? 0 : assignment >= 8 ? 1 : -1;
  const channels = Array.from({ length: count }, (_, c) => {
    const values = bits + 1 > 32 ? new Float64Array(samples) : new Int32Array(samples);
    decodeSubframe(reader, c === side ? bits + 1 : bits, values);
    return values;
  });
  reader.align();
  const end = reader.position;
  if (reader.unsigned(16) !== crc16(bytes, start, end)) throw new RangeError("has a wrong checksum");
  if (side >= 0) separate(channels[0], channels[1], assignment);
  return { channels, end: end + 2 };
}

/**
 * Left and right, in place, from left and side (8), side and right (9), or middle and side (10).
 */
function separate(first: Values, second: Values, assignment: number): void {
  for (let i = 0; i < first.length; i++) {
    if (assignment === 8) second[i] = first[i] - second[i];
    else if (assignment === 9) first[i] += second[i];
    else {
      const middle = 2 * first[i] + (second[i] % 2 === 0 ? 0 : 1);
      const side = second[i];
      first[i] = (middle + side) / 2;
      second[i] = (middle - side) / 2;
    }
  }
}
