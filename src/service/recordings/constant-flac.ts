import { crc8, crc16 } from "../../lib/audio/formats/flac/checksums";

/** Samples of a frame: the most that FLAC allows but one. */
const frameSamples = 65535;

interface ConstantFlac {
  readonly channels: number;
  /** In Hz. */
  readonly sampleRate: number;
  readonly frames: number;
}

/** A FLAC file of frames that each hold one value a channel: few bytes for much sound. */
export function constantFlac({ channels, sampleRate, frames }: ConstantFlac): Uint8Array {
  const info = Buffer.alloc(42);
  info.write("fLaC");
  info.set([0x80, 0, 0, 34], 4);
  info.writeUInt16BE(frameSamples, 8);
  info.writeUInt16BE(frameSamples, 10);
  const packed = (BigInt(sampleRate) << 44n) | (BigInt(channels - 1) << 41n) | (15n << 36n);
  info.writeBigUInt64BE(packed, 18);
  return Buffer.concat([info, ...Array.from({ length: frames }, (_, i) => frame(i, channels))]);
}

function frame(index: number, channels: number): Uint8Array {
  const head = [
    0xff,
    0xf8,
    0x70,
    ((channels - 1) << 4) | 8,
    ...coded(index),
    (frameSamples - 1) >> 8,
    (frameSamples - 1) & 255,
  ];
  const checked = [...head, crc8(Uint8Array.from(head), 0, head.length)];
  for (let c = 0; c < channels; c++) checked.push(0, 0x10 + (index % 16), index & 255);
  const crc = crc16(Uint8Array.from(checked), 0, checked.length);
  return Uint8Array.from([...checked, crc >> 8, crc & 255]);
}

/** A frame's number, as UTF-8 writes characters. */
function coded(value: number): number[] {
  return [...Buffer.from(String.fromCodePoint(value < 0xd800 ? value : value + 0x800))];
}
