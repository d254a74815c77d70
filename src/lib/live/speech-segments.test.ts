import assert from "node:assert/strict";
import { test } from "node:test";
import { type SpeechChange, SpeechSegments } from "./speech-segments";

/** Changes over frames of 10 ms, given as [likelihood, count] in a row. */
function changesOf(...runs: (readonly [score: number, frames: number])[]): SpeechChange[] {
  const segments = new SpeechSegments({ frameSeconds: 0.01 });
  const scores = runs.flatMap(([score, frames]) => new Array<number>(frames).fill(score));
  return [...scores.flatMap((score) => segments.push(score)), ...segments.end()];
}

test("speech has 0.05 s before its first frame and 0.05 s after its last", () => {
  assert.deepEqual(changesOf([0, 100], [1, 50], [0, 100]), [
    { type: "start", frame: 95 },
    { type: "end", frame: 155 },
  ]);
});

test("pauses below 0.7 s belong to it, longer ones end it", () => {
  assert.equal(changesOf([1, 50], [0, 69], [1, 50]).length, 2);
  assert.equal(changesOf([1, 50], [0, 70], [1, 50]).length, 4);
});

test("a click begins nothing, and what is only likely goes on without beginning", () => {
  assert.deepEqual(changesOf([0, 50], [1, 3], [0, 50]), []);
  assert.deepEqual(changesOf([0.5, 200]), []);
  assert.deepEqual(changesOf([1, 20], [0.5, 200]), [
    { type: "start", frame: 0 },
    { type: "end", frame: 220 },
  ]);
});

test("a start never lies before the end of the utterance before", () => {
  const segments = new SpeechSegments({ frameSeconds: 0.01 });
  const push = (count: number) => Array.from({ length: count }, () => segments.push(1)).flat();
  assert.deepEqual(push(50), [{ type: "start", frame: 0 }]);
  assert.deepEqual(segments.end(), [{ type: "end", frame: 50 }]);
  assert.deepEqual(push(50), [{ type: "start", frame: 50 }]);
});
