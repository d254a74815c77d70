import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeSound } from "./decode-sound";
import reference from "./decode-sound.reference.json";
import { resample } from "./resample";

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));
const file = (name: string) => bytesOf(reference.files.find((one) => one.name === name)!.base64);

for (const { name, base64, sampleRate, length, middle } of reference.files) {
  test(`${name}: the samples that libsndfile ${reference.libsndfile} decodes, and as many`, async () => {
    const decoded = await decodeSound(bytesOf(base64), name);
    const { samples } = resample(decoded, sampleRate); // Opus is decoded at 48 kHz
    assert.equal(samples.length, length);
    const off = middle.map((value, i) => Math.abs(samples[(length >> 1) + i] - value));
    // libopus resamples by itself to the rate that libsndfile asks for, most of a sample late
    assert.ok(Math.max(...off) < (name === "OGG, Opus" ? 0.1 : 1e-6), `off by ${Math.max(...off)}`);
  });
}

test("FLAC of 16 bit gives multiples of 1/32768, as WAV does", async () => {
  const { samples } = await decodeSound(file("FLAC, 16 bit"), "FLAC");
  assert.ok(samples.every((sample) => Number.isInteger(sample * 32768)));
});

test("any other file, and an empty one, is refused by name", async () => {
  await assert.rejects(decodeSound(new Uint8Array(0), "a.wav"), /^InputError: a.wav: the file is empty/);
  const bytes = Buffer.from("GIF89a..........");
  await assert.rejects(decodeSound(bytes, "a.wav"), /^InputError: a.wav is a picture, not a recording$/);
});

for (const { name } of reference.files) {
  test(`${name}: cut to its first bytes, it is refused as damaged`, async () => {
    await assert.rejects(decodeSound(file(name).subarray(0, 60), name), { name: "InputError" });
  });

  test(`${name}: longer than the limit, it is refused`, async () => {
    await assert.rejects(decodeSound(file(name), name, { maxSeconds: 0.4 }), /lasts more than 0.4 s/);
  });
}
