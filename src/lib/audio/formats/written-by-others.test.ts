import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeSound } from "../decode-sound";
import reference from "./written-by-others.reference.json";

for (const { name, writer, base64, length, middle } of reference.files) {
  test(`${name} of ${writer}: the samples that ffmpeg ${reference.ffmpeg} decodes, and as many`, async () => {
    const { samples, sampleRate } = await decodeSound(new Uint8Array(Buffer.from(base64, "base64")), name);
    assert.equal(sampleRate, 8000);
    assert.equal(samples.length, length);
    const off = middle.map((value, i) => Math.abs(samples[(length >> 1) + i] - value));
    // ffmpeg rounds the steps of IMA ADPCM once, the standard each part of them: some units of 16
    // bit
    assert.ok(Math.max(...off) < (name === "WAV, IMA ADPCM" ? 1e-3 : 1e-6), `off by ${Math.max(...off)}`);
  });
}
