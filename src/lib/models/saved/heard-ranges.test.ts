import assert from "node:assert/strict";
import { test } from "node:test";
import { resample } from "../../audio/resample";
import { measureSound } from "../../frames/sound-measures";
import { embeddedUtterances, speakUtterance } from "../../synthesis/embedded-corpus";
import { heardRanges, unlikeness } from "./heard-ranges";

const voices = embeddedUtterances({ speakers: 2, texts: 1, emotions: 4 }).map(
  (utterance) => speakUtterance(utterance).waveform,
);
const ranges = heardRanges(voices.map(measureSound));
const { samples, sampleRate } = voices[0];
const told = (changed: Float32Array, rate = sampleRate) =>
  unlikeness(ranges, measureSound(resample({ samples: changed, sampleRate: rate }, sampleRate)));

test("what a model has learned from is not unlike it", () => {
  for (const voice of voices)
    assert.deepEqual(unlikeness(ranges, measureSound(voice)), { unlike: 0, differences: [] });
});

test("a quieter, a louder, an offset, a noisy and a narrow recording are told by what differs", () => {
  const quiet = told(samples.map((sample) => sample / 1000));
  assert.match(quiet.differences[0], /^\d+ dB quieter than anything it learned from$/);
  assert.ok(quiet.unlike > 1);
  assert.match(told(samples.map((sample) => sample * 1000)).differences[0], /dB louder/);
  assert.match(told(samples.map((sample) => sample + 0.1)).differences[0], /^an offset of 0\.100/);
  const narrow = resample({ samples, sampleRate }, 4000).samples;
  assert.ok(told(narrow, 4000).differences.some((words) => /^nothing above [12]\.\d kHz/.test(words)));
});
