import assert from "node:assert/strict";
import { test } from "node:test";
import { segmentsOf } from "./segments";
import { pathThrough } from "./smooth-path";
import { TEXTS } from "./texts";

test("stops are a closure, a burst and, when voiceless, a breath", () => {
  const kinds = (text: string) => segmentsOf(text, 1).map(({ kind }) => kind);
  assert.deepEqual(kinds("d a"), ["pause", "stop", "burst", "vowel", "pause"]);
  assert.deepEqual(kinds("t a | m a"), [
    "pause",
    "stop",
    "burst",
    "breath",
    "vowel",
    "pause",
    "nasal",
    "vowel",
    "pause",
  ]);
});

test("segments follow each other, faster with the rate, longer under stress", () => {
  const slow = segmentsOf("m a' n o", 1);
  for (let i = 1; i < slow.length; i++) assert.equal(slow[i].startSeconds, slow[i - 1].endSeconds);
  const secondsOf = (text: string, rate: number) => {
    const [, , vowel] = segmentsOf(text, rate);
    return vowel.endSeconds - vowel.startSeconds;
  };
  assert.ok(Math.abs(secondsOf("m a' n o", 1) / secondsOf("m a' n o", 1.25) - 1.25) < 1e-9);
  assert.ok(secondsOf("m a' n o", 1) > secondsOf("m a n o", 1));
});

test("every text of the embedded corpus has 8 to 14 known sounds", () => {
  for (const [name, text] of Object.entries(TEXTS)) {
    const sounds = text.split(" ").filter((symbol) => symbol !== "|");
    assert.ok(sounds.length >= 8 && sounds.length <= 14, `${name}: ${sounds.length}`);
    assert.ok(segmentsOf(text, 1).length > sounds.length);
  }
  assert.throws(() => segmentsOf("m y", 1), /unknown sound "y", there are i, e, a/);
});

test("a path passes through its points and rests at both ends", () => {
  assert.deepEqual(
    [
      ...pathThrough(
        [
          [0.5, 0],
          [1.5, 8],
        ],
        5,
        0.5,
      ),
    ],
    [0, 0, 4, 8, 8],
  );
});
