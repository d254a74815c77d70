import assert from "node:assert/strict";
import { test } from "node:test";
import { joinByEnding } from "./join-by-ending";

const files = ["a/one.wav", "b/one.wav", "b/two.wav", "none.wav"];

test("a name finds its file by whole folders, in both directions", () => {
  assert.deepEqual(
    joinByEnding(["two.wav", "b/one.wav", "corpus/b/two.wav", "./none.wav"], files, "t"),
    [2, 1, 2, 3],
  );
  assert.deepEqual(joinByEnding(["b\\two.wav"], files, "t"), [2]);
});

test("an equal path comes before a longer one", () => {
  assert.deepEqual(joinByEnding(["one.wav"], ["a/one.wav", "one.wav"], "t"), [1]);
});

test("no match and several matches are errors that name the source", () => {
  assert.throws(
    () => joinByEnding(["wo.wav"], files, "x.csv"),
    /x.csv: "wo.wav" is not a file of the corpus/,
  );
  assert.throws(
    () => joinByEnding(["one.wav"], files, "x.csv"),
    /could be 2 files \(a\/one.wav, b\/one.wav\)/,
  );
});
