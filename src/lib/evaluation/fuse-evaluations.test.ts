import assert from "node:assert/strict";
import { test } from "node:test";
import type { Evaluation } from "./evaluation";
import { fuseEvaluations } from "./fuse-evaluations";

const labels = ["anger", "sadness"];

/**
 * Two speakers, a fold each; `anger` is the probability of anger in each of the four recordings.
 */
function evaluation(anger: readonly number[], foldOf = (i: number) => `s${i % 2}`): Evaluation {
  const predictions = anger.map((p, i) => ({
    file: `${i}.wav`,
    fold: foldOf(i),
    speaker: `s${i % 2}`,
    emotion: labels[i >> 1],
    predicted: labels[p >= 0.5 ? 0 : 1],
    probabilities: [p, 1 - p],
  }));
  const folds = ["s0", "s1"].map((fold) => ({
    fold,
    testSpeakers: [fold],
    trainRecordings: 2,
    testRecordings: 2,
    chosen: { C: 1 },
  }));
  return { labels, predictions, folds };
}

test("the mean of the probabilities decides, whatever the order of the files", () => {
  const first = evaluation([0.875, 0.625, 0.25, 0.5]);
  const second = evaluation([0.5, 0.125, 0.75, 0.25]);
  const fused = fuseEvaluations([first, { ...second, predictions: [...second.predictions].reverse() }]);
  assert.deepEqual(
    fused.predictions.map(({ predicted, probabilities }) => [predicted, ...probabilities]),
    [
      ["anger", 0.6875, 0.3125],
      ["sadness", 0.375, 0.625],
      ["anger", 0.5, 0.5],
      ["sadness", 0.375, 0.625],
    ],
  );
  assert.deepEqual(
    fused.predictions.map(({ file }) => file),
    ["0.wav", "1.wav", "2.wav", "3.wav"],
  );
});

test("what the parts chose is theirs: folds keep their speakers and sizes alone", () => {
  const { folds } = fuseEvaluations([evaluation([1, 1, 0, 0]), evaluation([1, 0, 1, 0])]);
  assert.deepEqual(folds[0], {
    fold: "s0",
    testSpeakers: ["s0"],
    trainRecordings: 2,
    testRecordings: 2,
    chosen: {},
  });
});

const part = evaluation([1, 1, 0, 0]);
for (const [what, other, message] of [
  [
    "other folds",
    evaluation([1, 1, 0, 0], () => "s0"),
    /0?1\.wav is tested in s1 of one and in s0 of another/,
  ],
  ["fewer recordings", { ...part, predictions: part.predictions.slice(1) }, /4 and 3/],
  ["other emotions", { ...part, labels: ["anger", "fear"] }, /anger, sadness and anger, fear/],
] as const) {
  test(`evaluations of ${what} are refused`, () => {
    assert.throws(() => fuseEvaluations([part, other]), { name: "InputError", message });
  });
}
