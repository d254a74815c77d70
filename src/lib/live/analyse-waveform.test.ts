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
