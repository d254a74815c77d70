import assert from "node:assert/strict";
import { test } from "node:test";
import { EMOTIONS, type Emotion } from "./emotions";
import { type Performance, perform } from "./perform";
import { TEXTS } from "./texts";
import { VOICES } from "./voices";

const performances = new Map(
  EMOTIONS.map((emotion) => [
    emotion,
    VOICES.flatMap((voice) => Object.keys(TEXTS).map((text) => perform(voice, emotion, text))),
  ]),
);

/** Mean over the corpus of a setting of an emotion. */
function mean(emotion: Emotion, setting: keyof Performance): number {
  const values = performances.get(emotion)!.map((performance) => performance[setting]);
  return values.reduce((a, b) => a + b, 0) / values.length;
}

const ascending = (setting: keyof Performance) =>
  [...EMOTIONS].sort((a, b) => mean(a, setting) - mean(b, setting));

test("on average the emotions lie as the literature has them", () => {
  assert.deepEqual(ascending("f0Hz"), ["sadness", "neutral", "anger", "happiness", "fear"]);
  assert.equal(ascending("levelDb")[0], "sadness");
  assert.equal(ascending("levelDb")[4], "anger");
  assert.equal(ascending("rate")[0], "sadness");
  assert.equal(ascending("tiltDb")[4], "sadness");
  assert.equal(ascending("accentSemitones")[4], "happiness");
  assert.equal(ascending("formantScale")[4], "happiness");
});

test("a take is the same every time, and differs from others", () => {
  const take = () => perform(VOICES[0], "anger", "t1");
  assert.deepEqual(take(), take());
  assert.notDeepEqual(take(), perform(VOICES[0], "anger", "t2"));
});

test("settings stay where a voice can be", () => {
  for (const { openQuotient, f0Hz, rate, tiltDb } of [...performances.values()].flat()) {
    assert.ok(openQuotient >= 0.35 && openQuotient <= 0.85);
    assert.ok(f0Hz > 70 && f0Hz < 500 && rate > 0.5 && rate < 1.8 && tiltDb >= 0);
  }
});
