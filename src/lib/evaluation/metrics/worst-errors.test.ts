import assert from "node:assert/strict";
import { test } from "node:test";
import { worstErrors } from "./worst-errors";

function decided(file: string, emotion: string, predicted: string, probabilities: number[]) {
  return { file, fold: "1", speaker: "s", emotion, predicted, probabilities };
}

test("only wrong decisions, the surest first, ties by file", () => {
  const predictions = [
    decided("right.wav", "a", "a", [1, 0, 0]),
    decided("unsure.wav", "a", "b", [0.4, 0.6, 0]),
    decided("tie-2.wav", "c", "b", [0, 0.9, 0.1]),
    decided("tie-1.wav", "a", "c", [0.1, 0, 0.9]),
  ];
  const worst = worstErrors(predictions, ["a", "b", "c"], 2);
  assert.deepEqual(
    worst.map(({ file }) => file),
    ["tie-1.wav", "tie-2.wav"],
  );
  assert.ok(Math.abs(worst[0].excess - 0.8) < 1e-12);
});

test("a label that the training part of a fold did not know has probability 0", () => {
  assert.equal(worstErrors([decided("x.wav", "new", "a", [0.7, 0.3])], ["a", "b"], 1)[0].excess, 0.7);
});
