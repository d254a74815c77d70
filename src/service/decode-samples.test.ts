import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeSamples } from "./decode-samples";

test("s16le: from -1 to just below 1", () => {
  const samples = decodeSamples(Uint8Array.of(0, 0x80, 0, 0, 0, 0x40, 0xff, 0x7f), "s16le");
  assert.deepEqual([...samples], [-1, 0, 0.5, 32767 / 32768]);
});

test("f32le as it is, also where the bytes do not lie on a multiple of four", () => {
  const bytes = new Uint8Array(9);
  new DataView(bytes.buffer).setFloat32(1, 0.25, true);
  new DataView(bytes.buffer).setFloat32(5, -2, true);
  assert.deepEqual([...decodeSamples(bytes.subarray(1), "f32le")], [0.25, -2]);
});

test("a sample cut in two is refused", () => {
  assert.throws(
    () => decodeSamples(new Uint8Array(3), "s16le"),
    /3 bytes ends within a sample: s16le takes 2/,
  );
});
