import assert from "node:assert/strict";
import { test } from "node:test";
import { resample } from "../audio/resample";
import { analyseWaveform } from "./analyse-waveform";
import { plainSet, tinyListener, twoUtterances } from "./streams.fixture";

test("a recording at a rate that a stream may not have is recognised as at the model's", async () => {
  const speechModel = await tinyListener(plainSet, "logistic");
  const odd = resample({ samples: twoUtterances(), sampleRate: 16000 }, 22255);
  const { sampleRate, durationSeconds, ...heard } = await analyseWaveform(speechModel, odd);
  assert.deepEqual([sampleRate, durationSeconds], [22255, odd.samples.length / 22255]);
  const { emotion, probabilities, utterances, windows } = await analyseWaveform(
    speechModel,
    resample(odd, 16000),
  );
  assert.deepEqual(heard, { emotion, probabilities, utterances, windows });
  assert.equal(utterances.length, 2);
});

const tone = Float32Array.from({ length: 16000 }, (_, i) => 0.5 * Math.sin(0.1 * i));

test("a tone and digital silence get a reason instead of an emotion, from the file and from the stream", async () => {
  const speechModel = await tinyListener(plainSet, "logistic");
  for (const samples of [tone, new Float32Array(16000)]) {
    const result = await analyseWaveform(speechModel, { samples, sampleRate: 16000 });
    const { emotion, probabilities, reason, utterances, windows } = result;
    assert.deepEqual([emotion, probabilities, reason], [null, null, "no speech found"]);
    assert.deepEqual([utterances, windows], [[], []]);
  }
});

test("20 ms of speech are too short to judge", async () => {
  const samples = twoUtterances().subarray(12000, 12320);
  const { reason } = await analyseWaveform(await tinyListener(plainSet, "logistic"), {
    samples,
    sampleRate: 16000,
  });
  assert.equal(reason, "too short to judge");
});
