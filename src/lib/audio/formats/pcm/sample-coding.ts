import { alawSample, mulawSample } from "./companding";

/** How one sample is written. */
export interface SampleCoding {
  readonly name: string;
  readonly bytes: number;
  readonly floatingPoint: boolean;
  /** The sample whose bytes start at `at`, full scale as 1. */
  read(view: DataView, at: number): number;
}

/**
 * Whole numbers in two's complement, divided by their full scale (16 bit: `int / 32768`), as
 * libsndfile and librosa do; fewer bits stand at the top of their bytes.
 *
 * @param bytes from 1 to 4, or 8
 */
export function integerCoding(bytes: number, littleEndian: boolean): SampleCoding | undefined {
  const read = bytes in integerReaders ? integerReaders[bytes](littleEndian) : undefined;
  return read && { name: `${8 * bytes} bit`, bytes, floatingPoint: false, read };
}

const integerReaders: Readonly<Record<number, (le: boolean) => SampleCoding["read"]>> = {
  1: () => (view, at) => view.getInt8(at) / 128,
  2: (le) => (view, at) => view.getInt16(at, le) / 32768,
  3: (le) => (le ? read24Little : read24Big),
  4: (le) => (view, at) => view.getInt32(at, le) / 2147483648,
  8: (le) => (view, at) => Number(view.getBigInt64(at, le)) / 2 ** 63,
};

const read24Little: SampleCoding["read"] = (view, at) =>
  ((view.getInt8(at + 2) << 16) | view.getUint16(at, true)) / 8388608;

const read24Big: SampleCoding["read"] = (view, at) =>
  ((view.getInt8(at) << 16) | view.getUint16(at + 1)) / 8388608;

/** Floating point of 4 or 8 bytes. */
export function floatCoding(bytes: number, littleEndian: boolean): SampleCoding | undefined {
  const name = `${8 * bytes} bit floating point`;
  const rest = { name, bytes, floatingPoint: true };
  if (bytes === 4) return { ...rest, read: (view, at) => view.getFloat32(at, littleEndian) };
  if (bytes === 8) return { ...rest, read: (view, at) => view.getFloat64(at, littleEndian) };
  return undefined;
}

/** Eight bit with the zero at 128, as WAV has them. */
export const unsigned8: SampleCoding = {
  name: "8 bit",
  bytes: 1,
  floatingPoint: false,
  read: (view, at) => (view.getUint8(at) - 128) / 128,
};

/** ITU-T G.711, the telephone's coding in Europe. */
export const alaw: SampleCoding = {
  name: "A-law",
  bytes: 1,
  floatingPoint: false,
  read: (view, at) => alawSample(view.getUint8(at)),
};

/** ITU-T G.711, the telephone's coding in America and Japan. */
export const mulaw: SampleCoding = {
  name: "mu-law",
  bytes: 1,
  floatingPoint: false,
  read: (view, at) => mulawSample(view.getUint8(at)),
};
