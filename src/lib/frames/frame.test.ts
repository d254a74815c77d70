import assert from "node:assert/strict";
import { test } from "node:test";
import { Frames, type PadMode } from "./frame";

const samples = Float32Array.of(1, 2, 3, 4, 5);

function allFrames(frameLength: number, hopLength: number, center: boolean, padMode?: PadMode): number[][] {
  const frames = new Frames(samples, { frameLength, hopLength, center, padMode });
  return Array.from({ length: frames.count }, (_, t) => [...frames.read(t, new Float64Array(frameLength))]);
}

test("frames start at every hop", () => {
  assert.deepEqual(allFrames(2, 2, false), [
    [1, 2],
    [3, 4],
  ]);
});

test("centred frames go beyond the ends with zeros, repeated ends, or the mirrored signal", () => {
  assert.deepEqual(allFrames(4, 4, true), [
    [0, 0, 1, 2],
    [3, 4, 5, 0],
  ]);
  assert.deepEqual(allFrames(4, 4, true, "edge")[0], [1, 1, 1, 2]);
  assert.deepEqual(allFrames(4, 4, true, "reflect"), [
    [3, 2, 1, 2],
    [3, 4, 5, 4],
  ]);
});

test("what cannot be framed is refused", () => {
  assert.throws(() => allFrames(6, 1, false), /5 samples.*6/);
  assert.throws(() => allFrames(4, 0, true), /hopLength=0/);
  assert.throws(() => allFrames(2.5, 1, true), /frameLength=2.5/);
});
