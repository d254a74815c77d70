import assert from "node:assert/strict";
import { test } from "node:test";
import type { Recording } from "./recording";
import { sideBySide } from "./side-by-side";

function spoken(speaker: string, text: string, emotion: string): Recording {
  const file = `${speaker}-${text}-${emotion}.wav`;
  return { file, path: `/corpus/${file}`, speaker, emotion, extra: { text } };
}

test("one sentence of one speaker in every emotion, where there is one", () => {
  const recordings = [
    spoken("a", "1", "anger"),
    spoken("a", "2", "neutral"),
    spoken("b", "1", "neutral"),
    spoken("b", "2", "neutral"),
    spoken("b", "2", "anger"),
  ];
  assert.deepEqual(
    sideBySide(recordings).map(({ file }) => file),
    ["b-2-anger.wav", "b-2-neutral.wav"],
  );
});

test("what is missing comes from the same speaker, then from anyone", () => {
  const recordings = [
    spoken("c", "9", "fear"),
    spoken("c", "1", "sadness"),
    spoken("a", "1", "anger"),
    spoken("a", "1", "neutral"),
    spoken("a", "2", "sadness"),
  ];
  assert.deepEqual(
    sideBySide(recordings).map(({ file }) => file),
    ["a-1-anger.wav", "c-9-fear.wav", "a-1-neutral.wav", "a-2-sadness.wav"],
  );
});
