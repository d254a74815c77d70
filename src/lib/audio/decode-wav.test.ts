import assert from "node:assert/strict";
import { test } from "node:test";
import { InputError } from "../check";
import { decodeWav } from "./decode-wav";
import { encodeWav } from "./encode-wav";

interface Parts {
  format?: number;
  channels?: number;
  bits?: number;
  /** Written between the format and the data. */
  before?: number[];
  /** What the data chunk claims to hold. */
  claimed?: number;
  extensible?: boolean;
  sampleRate?: number;
}

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));
const uint16 = (value: number) => [value & 255, (value >> 8) & 255];
const uint32 = (value: number) => [...uint16(value & 65535), ...uint16(value >>> 16)];

/** A WAV file around the bytes of its samples. */
function wav(data: readonly number[], parts: Parts = {}): Uint8Array {
  const {
    format = 1,
    channels = 1,
    bits = 16,
    before = [],
    claimed = data.length,
    extensible = false,
    sampleRate = 8000,
  } = parts;
  const block = (channels * bits) / 8;
  const plain = [
    ...uint16(channels),
    ...uint32(sampleRate),
    ...uint32(sampleRate * block),
    ...uint16(block),
    ...uint16(bits),
  ];
  const subFormat = [...uint16(22), ...uint16(bits), ...uint32(0), ...uint16(format), ...Array(14).fill(0)];
  const fmt = extensible ? [...uint16(0xfffe), ...plain, ...subFormat] : [...uint16(format), ...plain];
  const body = [
    ...ascii("WAVEfmt "),
    ...uint32(fmt.length),
    ...fmt,
    ...before,
    ...ascii("data"),
    ...uint32(claimed),
    ...data,
  ];
  return Uint8Array.from([...ascii("RIFF"), ...uint32(body.length), ...body]);
}

function decoded(data: readonly number[], parts?: Parts): number[] {
  return [...decodeWav(wav(data, parts), "x.wav").samples];
}

const bytesOf = (values: ArrayBufferView) => [...new Uint8Array(values.buffer)];

test("integers are divided by the full scale, whatever their sign", () => {
  assert.deepEqual(decoded(bytesOf(Int16Array.of(-32768, -1, 0, 1, 32767))), [
    -1,
    -1 / 32768,
    0,
    1 / 32768,
    32767 / 32768,
  ]);
  assert.deepEqual(decoded([0, 127, 128, 129, 255], { bits: 8 }), [-1, -1 / 128, 0, 1 / 128, 127 / 128]);
  const lowestAndHalf24 = [0, 0, 0x80, 0, 0, 0x40, 255, 255, 255];
  assert.deepEqual(decoded(lowestAndHalf24, { bits: 24 }), [-1, 0.5, -1 / 8388608]);
  assert.deepEqual(decoded(bytesOf(Int32Array.of(-2147483648, 1 << 30)), { bits: 32 }), [-1, 0.5]);
});

test("floating-point samples are kept", () => {
  assert.deepEqual(decoded(bytesOf(Float32Array.of(0.25, -1.5)), { format: 3, bits: 32 }), [0.25, -1.5]);
  assert.deepEqual(decoded(bytesOf(Float64Array.of(0.25, -1.5)), { format: 3, bits: 64 }), [0.25, -1.5]);
});

test("channels are averaged", () => {
  const interleaved = Int16Array.of(16384, 0, -16384, -16384);
  assert.deepEqual(decoded(bytesOf(interleaved), { channels: 2 }), [0.25, -0.5]);
});

test("the extensible header, odd chunks and streams of unknown length are read", () => {
  const half = bytesOf(Int16Array.of(16384));
  assert.deepEqual(decoded(half, { extensible: true }), [0.5]);
  assert.deepEqual(decoded(half, { before: [...ascii("LIST"), ...uint32(3), 1, 2, 3, 0] }), [0.5]);
  assert.deepEqual(decoded(half, { claimed: 0xffffffff }), [0.5]);
});

test("what cannot be read is refused with the file's name and the reason", () => {
  const refuses = (bytes: Uint8Array, pattern: RegExp) =>
    assert.throws(
      () => decodeWav(bytes, "a/b.wav"),
      (error: Error) => error instanceof InputError && pattern.test(error.message),
    );
  refuses(new Uint8Array(0), /a\/b\.wav.*empty/);
  refuses(Uint8Array.from(ascii("RIFF....AVI LIST")), /a\/b\.wav is no WAV file/);
  refuses(Uint8Array.from(ascii("RIFF....WA")), /a\/b\.wav is no sound file that is known/);
  refuses(Uint8Array.from(ascii("hello, this is text\n")), /a\/b\.wav is no sound file.*"hell"/);
  refuses(wav([1, 2, 3, 4], { claimed: 100 }), /a\/b\.wav.*cut off.*100 bytes.*4/);
  refuses(wav([]), /a\/b\.wav.*no samples/);
  refuses(
    wav([1, 2], { format: 0x31, bits: 8 }),
    /a\/b\.wav is a WAV file of GSM 6.10.*convert it: ffmpeg -i/,
  );
  refuses(wav([1, 2], { format: 0x999, bits: 8 }), /a\/b\.wav is a WAV file of coding 0x999 with 8 bit/);
  refuses(wav([1, 2], { channels: 0 }), /a\/b\.wav.*0 channels/);
  for (const sampleRate of [0, 1, 3999, 192001, 0xffffffff]) {
    refuses(wav([1, 2], { sampleRate }), /a\/b\.wav: sampleRate=\d+ must be .* from 4000 to 192000/);
  }
  refuses(wav([1, 2]).subarray(0, 30), /a\/b\.wav.*"fmt "/);
  refuses(wav([1, 2]).subarray(0, 36), /a\/b\.wav.*no data chunk/);
});

test("an encoded recording comes back, rounded to 16 bit and clipped", () => {
  const { samples, sampleRate } = decodeWav(encodeWav(Float32Array.of(0.5, -1, 2, 0.1), 22050), "x.wav");
  assert.equal(sampleRate, 22050);
  assert.deepEqual([...samples], [0.5, -1, 32767 / 32768, Math.round(3276.8) / 32768]);
});
