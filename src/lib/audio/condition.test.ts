import assert from "node:assert/strict";
import { test } from "node:test";
import { embeddedUtterances, speakUtterance } from "../synthesis/embedded-corpus";
import { condition } from "./condition";

const [utterance] = embeddedUtterances({ speakers: 1, texts: 1, emotions: 1 });
const { waveform } = speakUtterance(utterance);
const { samples, sampleRate } = waveform;

const farthest = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);

test("a gain, an offset and a silent ear leave what is heard as it was", () => {
  const plain = condition(waveform).samples;
  for (const [gain, offset] of [
    [0.1, 0],
    [10, 0],
    [1, 0.01],
    [0.5, 0],
    [0.2, -0.3],
  ]) {
    const changed = samples.map((sample) => gain * sample + offset);
    const difference = farthest(condition({ samples: changed, sampleRate }).samples, plain);
    assert.ok(difference < 2e-6 / gain, `gain ${gain}, offset ${offset}: ${difference}`);
  }
});

test("pauses before and after do not count for the level", () => {
  const quiet = new Float32Array(samples.length);
  const padded = Float32Array.from([...quiet, ...condition(waveform).samples, ...quiet]);
  const within = condition({ samples: padded, sampleRate }).samples.subarray(
    samples.length,
    2 * samples.length,
  );
  assert.ok(farthest(within, condition(waveform).samples) < 1e-3);
});

test("silence and an offset alone become silence", () => {
  for (const level of [0, 0.1]) {
    const conditioned = condition({ samples: new Float32Array(1600).fill(level), sampleRate }).samples;
    assert.equal(farthest(conditioned, new Float32Array(1600)), 0);
  }
});
