import assert from "node:assert/strict";
import { test } from "node:test";
import { egemapsDescriptors } from "./descriptors";

const sampleRate = 16000;

/** Half a second of silence, then half a second of a buzz of 200 Hz with falling harmonics. */
const samples = Float32Array.from({ length: sampleRate }, (_, i) => {
  const harmonics = Array.from(
    { length: 20 },
    (_, h) => Math.cos((2 * Math.PI * 200 * (h + 1) * i) / sampleRate) / (h + 1),
  );
  return i < sampleRate / 2 ? 0 : 0.1 * harmonics.reduce((a, b) => a + b, 0);
});

test("descriptors share one time axis: silence has no pitch, the buzz after it has 200 Hz and is louder", () => {
  const { seconds, f0Hz, formantsHz, loudness, hnrDb } = egemapsDescriptors({ samples, sampleRate });
  for (const contour of [f0Hz, loudness, hnrDb, ...formantsHz]) assert.equal(contour.length, seconds.length);
  const at = (time: number) => seconds.findIndex((second) => second >= time);
  assert.ok(Number.isNaN(f0Hz[at(0.25)]) && Number.isNaN(formantsHz[0][at(0.25)]));
  assert.ok(Math.abs(f0Hz[at(0.75)] - 200) < 2, `${f0Hz[at(0.75)]} Hz`);
  assert.ok(loudness[at(0.75)] > 10 * loudness[at(0.25)]);
  assert.ok(hnrDb[at(0.75)] > 10);
});

test("a recording shorter than a frame has one frame or none, and does not fail", () => {
  assert.ok(egemapsDescriptors({ samples: samples.slice(0, 100), sampleRate }).seconds.length <= 2);
});
