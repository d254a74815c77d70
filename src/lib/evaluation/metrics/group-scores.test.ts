import assert from "node:assert/strict";
import { test } from "node:test";
import { groupScores } from "./group-scores";

const decided = (speaker: string, emotion: string, predicted: string) => ({
  file: "",
  fold: speaker,
  speaker,
  emotion,
  predicted,
  probabilities: [],
});

test("each speaker is scored over the emotions that it has", () => {
  const predictions = [
    decided("b", "anger", "anger"),
    decided("a", "anger", "anger"),
    decided("a", "anger", "calm"),
    decided("a", "calm", "calm"),
    decided("b", "anger", "anger"),
  ];
  assert.deepEqual(groupScores(predictions, "speaker"), [
    { name: "a", uar: 0.75, recordings: 3 },
    { name: "b", uar: 1, recordings: 2 },
  ]);
});
