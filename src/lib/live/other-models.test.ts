import assert from "node:assert/strict";
import { test } from "node:test";
import { analyseWaveform } from "./analyse-waveform";
import { recognizeWaveform } from "./recognize-waveform";
import { plainSet, tinyListener, twoUtterances } from "./streams.fixture";

const waveform = { samples: twoUtterances(), sampleRate: 16000 };

test("another model decides of the same utterances as by itself, and the first one's answers stay", async () => {
  const first = await tinyListener(plainSet, "logistic");
  const other = { ...(await tinyListener(plainSet, "knn")), name: "knn", synthetic: true };
  const alone = await analyseWaveform(first, waveform);
  const together = await analyseWaveform(first, waveform, [other]);
  const { others: ofWhole, ...rest } = together;
  const utterances = together.utterances.map(({ others, ...utterance }) => utterance);
  assert.deepEqual({ ...rest, utterances }, alone);
  assert.equal(ofWhole!.length, 1);
  assert.equal(together.utterances.length, 2);
  for (const { startSeconds, endSeconds, others } of together.utterances) {
    const samples = waveform.samples.slice(startSeconds * 16000, endSeconds * 16000);
    const { probabilities } = await recognizeWaveform(other, { samples, sampleRate: 16000 });
    assert.deepEqual([others![0].model, others![0].synthetic], ["knn", true]);
    assert.deepEqual(Object.values(others![0].probabilities), probabilities);
  }
});

test("each model learns the voice by itself, and below its threshold it is not sure", async () => {
  const first = await tinyListener(plainSet, "logistic");
  const bySpeaker = {
    ...(await tinyListener(plainSet, "svm-linear", "speaker")),
    name: "svm",
    synthetic: false,
  };
  const byTraining = { ...bySpeaker, ...(await tinyListener(plainSet, "svm-linear")), name: "plain" };
  const { utterances } = await analyseWaveform(first, waveform, [bySpeaker, byTraining]);
  const [{ others }] = utterances.slice(1);
  assert.notDeepEqual(others![0].probabilities, others![1].probabilities, "the voice tells");
  assert.equal("synthetic" in others![0], false);
  for (const { emotion, probabilities } of others!)
    assert.equal(emotion === null, Math.max(...Object.values(probabilities)) < 0.5);
});
