import assert from "node:assert/strict";
import { test } from "node:test";
import { signals } from "../audio/signals.fixture";
import { random } from "../numbers/random";
import { codecFamilies, hasCodec } from "./codec-families";

for (const [kind, kilobits] of [
  ["mp3", 32],
  ["opus", 16],
  ["gsm", 0],
] as const) {
  const skip = !hasCodec(kind) && `ffmpeg with ${kind} is not installed`;
  test(`${kind} gives the recording back, changed, as long as before, alike again`, { skip }, async () => {
    const code = () => codecFamilies[kind].create(kilobits)(signals.voice, { source: random(0), sounds: [] });
    const { samples, sampleRate } = await code();
    assert.deepEqual([samples.length, sampleRate], [signals.voice.samples.length, 16000]);
    assert.notDeepEqual(samples, signals.voice.samples);
    assert.deepEqual((await code()).samples, samples);
  });
}

test("what is no codec needs no ffmpeg", () => {
  assert.ok(hasCodec("gain"));
});
