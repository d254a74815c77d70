import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../numbers/random";
import { resample } from "./resample";
import { StreamingResampler } from "./streaming-resampler";

const pairs = [
  [44100, 16000],
  [48000, 16000],
  [16000, 44100],
  [11025, 16000],
  [8000, 16000],
  [16000, 8000],
  [16000, 16000],
  [44101, 16000],
  [5513, 16000],
];

/** The samples cut into chunks of `lengths`, over and over. */
function streamed(samples: Float32Array, from: number, to: number, lengths: () => number): Float32Array {
  const resampler = new StreamingResampler(from, to);
  const parts: Float32Array[] = [];
  for (let at = 0; at < samples.length; ) {
    const chunk = samples.subarray(at, at + lengths());
    parts.push(resampler.push(chunk));
    at += chunk.length;
  }
  parts.push(resampler.end());
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

for (const [from, to] of pairs) {
  test(`${from} to ${to} Hz: any chunks give what the whole gives, to the bit`, () => {
    const source = random(`resampler ${from} ${to}`);
    for (const length of [1, 700, 7919, 20011]) {
      const samples = Float32Array.from({ length }, () => source.normal());
      const whole = resample({ samples, sampleRate: from }, to).samples;
      for (const lengths of [() => 1, () => 997, () => length, () => source.integer(3000)]) {
        assert.deepEqual(streamed(samples, from, to, lengths), whole);
      }
    }
  });
}

test("a long stream takes no more memory than its chunks", () => {
  const resampler = new StreamingResampler(48000, 16000);
  const chunk = new Float32Array(4800);
  let count = 0;
  for (let i = 0; i < 6000; i++) count += resampler.push(chunk).length;
  const held = (resampler as unknown as { history: { buffer: Float32Array } }).history.buffer.length;
  assert.equal(count + resampler.end().length, 6000 * 1600);
  assert.ok(held < 50000, `${held} samples are held`);
});
