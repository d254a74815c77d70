import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../../../numbers/random";
import { holdOutSpeakers } from "./validation-split";

const speakers = Array.from({ length: 60 }, (_, row) => `s${row % 6}`);

test("no speaker stands on both sides, every row stands on one", () => {
  for (let seed = 0; seed < 20; seed++) {
    const { train, heldOut } = holdOutSpeakers(speakers, 0.25, random(seed));
    const held = new Set(heldOut.map((row) => speakers[row]));
    assert.ok(train.every((row) => !held.has(speakers[row])));
    assert.equal(train.length + heldOut.length, speakers.length);
    assert.equal(heldOut.length, 20);
  }
});

test("the last speaker is never held out", () => {
  const { train } = holdOutSpeakers(["a", "b"], 1, random(0));
  assert.equal(train.length, 1);
});

test("a single speaker is refused", () => {
  assert.throws(
    () => holdOutSpeakers(["a", "a"], 0.2, random(0)),
    /two speakers or more to train on, there is 1/,
  );
});
