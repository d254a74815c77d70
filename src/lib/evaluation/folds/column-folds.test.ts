import assert from "node:assert/strict";
import { test } from "node:test";
import type { Labelled } from "../../corpus/recording";
import { describeFolds } from "./describe-folds";
import { foldDigest } from "./fold-digest";
import { makeFolds } from "./folds";

/** Two speakers say two texts in two emotions. */
const recordings: Labelled[] = ["ann", "ben"].flatMap((speaker) =>
  ["t1", "t2"].flatMap((text) =>
    ["anger", "joy"].map((emotion) => ({
      file: `${speaker}-${text}-${emotion}.wav`,
      speaker,
      emotion,
      extra: { text },
    })),
  ),
);

test("by a column, each value is tested once, and speakers on both sides are told", () => {
  const folds = makeFolds("column:text", recordings, 0);
  assert.deepEqual(folds[0], { name: "t1", train: [2, 3, 6, 7], test: [0, 1, 4, 5] });
  const { phrase, notes } = describeFolds("column:text", folds, recordings);
  assert.match(phrase, /^leave one text out \(2 folds\), LEAKS SPEAKERS/);
  assert.match(notes[0], /2 of 2 speakers are both in training and in test/);
  assert.ok(foldDigest("column:text", folds, recordings));
});

test("by speaker and text, neither is trained on, and every recording is tested once", () => {
  const folds = makeFolds("speaker+text", recordings, 0);
  assert.deepEqual(folds[0], { name: "ann t1", train: [6, 7], test: [0, 1] });
  assert.deepEqual(
    folds.flatMap((fold) => fold.test),
    [...recordings.keys()],
  );
  assert.deepEqual(describeFolds("speaker+text", folds, recordings).notes, []);
});

test("a column that is missing, empty or the same everywhere is refused", () => {
  assert.throws(() => makeFolds("column:words", recordings, 0), /no column "words"; there are text/);
  const withText = (text: string) => recordings.map((one, i) => (i > 0 ? { ...one, extra: { text } } : one));
  assert.throws(() => makeFolds("column:text", withText(""), 0), /ann-t1-joy.wav has an empty "text"/);
  assert.throws(() => makeFolds("speaker+text", withText("t1"), 0), /is "t1" everywhere/);
});
