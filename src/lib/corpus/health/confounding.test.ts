import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { projectRoot } from "../../disk/paths";
import { describeFolds } from "../../evaluation/folds/describe-folds";
import { makeFolds } from "../../evaluation/folds/folds";
import { openCorpus } from "../open-corpus";
import { confounding } from "./confounding";

const urdu = join(projectRoot, "..", "shared", "corpora", "urdu");
const skip = existsSync(urdu) ? false : "shared/ is missing: no URDU recordings";

test("URDU's speakers tell the emotion", { skip }, async () => {
  const { recordings } = await openCorpus(urdu);
  const { speakers, oneEmotionSpeakers, speakerGuess, majorityGuess, warning } = confounding(recordings);
  assert.deepEqual([speakers, oneEmotionSpeakers, majorityGuess], [29, 26, 0.25]);
  assert.ok(speakerGuess > 0.9);
  assert.match(warning!, /26 of 29 speakers have one emotion only/);
});

const balanced = ["a", "b", "c"].flatMap((speaker) =>
  ["joy", "rage"].map((emotion) => ({ file: `${speaker}-${emotion}.wav`, speaker, emotion })),
);

test("balanced speakers are not confounded", () => {
  assert.deepEqual(confounding(balanced), {
    speakers: 3,
    oneEmotionSpeakers: 0,
    speakerGuess: 0.5,
    majorityGuess: 0.5,
  });
});

test("a split is told in words, and says when it leaks", () => {
  const told = (spec: string) => describeFolds(spec, makeFolds(spec, balanced, 0), balanced);
  assert.deepEqual(told("loso"), {
    phrase: "leave one speaker out (3 folds)",
    notes: [],
    bothSides: { speaker: { of: 3, shared: 0 } },
  });
  const { phrase, notes } = told("random-2");
  assert.equal(phrase, "random k-fold over recordings (2 folds), LEAKS SPEAKERS");
  assert.match(notes[0], /of 3 speakers are both in training and in test/);
});
