import assert from "node:assert/strict";
import { test } from "node:test";
import { describeCorpus } from "../../corpus/describe-corpus";
import { corpusText } from "./corpus-text";

test("an emotion with a name from Object's own is counted as any other", () => {
  const recording = (emotion: string, speaker: string) => ({
    file: `${emotion}-${speaker}.wav`,
    path: "",
    emotion,
    speaker,
    extra: {},
  });
  const recordings = [recording("constructor", "s1"), recording("joy", "s2")];
  const corpus = { name: "mine", root: "", adapter: "manifest", synthetic: false, recordings };
  const lines = corpusText(describeCorpus(corpus), []).split("\n");
  assert.match(lines.find((line) => line.startsWith("s2")) ?? "", /^s2 +1 +0\.0 +0 +1$/);
});
