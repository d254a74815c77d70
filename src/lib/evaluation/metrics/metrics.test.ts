import assert from "node:assert/strict";
import { test } from "node:test";
import { InputError } from "../../check";
import { accuracy } from "./accuracy";
import { calibrationBins, calibrationError } from "./calibration-error";
import { type ClassMeasure, macroAverage, weightedAverage } from "./class-averages";
import { classScores } from "./class-scores";
import { cohenKappa } from "./cohen-kappa";
import { confusionMatrix } from "./confusion-matrix";
import { logLoss } from "./log-loss";
import reference from "./metrics.reference.json";
import { overallScores } from "./overall-scores";
import { rocAuc } from "./roc-auc";
import { uar } from "./uar";

const measures: ClassMeasure[] = ["precision", "recall", "f1"];

/** Asserts the value to 1e-12, or a refusal where scikit-learn refuses. */
function assertScore(compute: () => unknown, expected: unknown): void {
  if (expected === null) {
    assert.throws(compute, InputError);
    return;
  }
  const [actual, wanted] = [[compute()].flat(3), [expected].flat(3)] as number[][];
  assert.equal(actual.length, wanted.length);
  wanted.forEach((value, i) => {
    assert.ok(Math.abs(actual[i] - value) <= 1e-12, `${actual[i]}, scikit-learn ${value}`);
  });
}

for (const [name, { truths, predicted, labels, probabilities, scores }] of Object.entries(reference.cases)) {
  const averaged = (average: typeof macroAverage) => () =>
    measures.map((measure) => average(classScores(truths, predicted), measure));
  const perClass = () =>
    classScores(truths, predicted, labels).map((score) => [
      score.precision,
      score.recall,
      score.f1,
      score.support,
    ]);

  test(`${name}: metrics as scikit-learn`, () => {
    assertScore(() => accuracy(truths, predicted), scores.accuracy);
    assertScore(() => uar(truths, predicted), scores.uar);
    assertScore(perClass, scores.perClass);
    assertScore(averaged(macroAverage), scores.macro);
    assertScore(averaged(weightedAverage), scores.weighted);
    assertScore(() => confusionMatrix(truths, predicted, labels).counts, scores.confusion);
    assertScore(() => cohenKappa(truths, predicted), scores.kappa);
    assertScore(() => rocAuc(truths, probabilities, labels), scores.rocAuc);
    assertScore(() => logLoss(truths, probabilities, labels), scores.logLoss);
  });
}

test("overall scores of a confusion matrix are those of its recordings", () => {
  const { truths, predicted, labels, scores } = reference.cases["a predicted label without a truth"];
  const overall = overallScores(confusionMatrix(truths, predicted, [...labels, "never"]));
  assertScore(
    () => [overall.uar, overall.accuracy, overall.weightedRecall],
    [scores.uar, scores.accuracy, scores.accuracy],
  );
  assertScore(() => [overall.macroPrecision, overall.macroF1], [scores.macro![0], scores.macro![2]]);
  assertScore(
    () => [overall.weightedPrecision, overall.weightedF1],
    [scores.weighted![0], scores.weighted![2]],
  );
});

test("calibration error by its formula: .5 |1 - .95| + .25 |0 - .55| + .25 |1 - .3|", () => {
  assertScore(
    () => calibrationError([0.95, 0.95, 0.55, 0.3], [true, true, false, true]),
    0.5 * 0.05 + 0.25 * 0.55 + 0.25 * 0.7,
  );
});

test("a calibration bin holds its upper end, not its lower", () => {
  const filled = calibrationBins([0.1, 0.10001, 1], [true, false, true]).flatMap(({ count }, bin) =>
    count ? [bin] : [],
  );
  assert.deepEqual(filled, [0, 1, 9]);
});

test("refuses what does not fit together, by name and number", () => {
  assert.throws(() => accuracy(["a"], []), /truths and predictions differ in length: 1 and 0/);
  assert.throws(() => calibrationError([], []), /there are no predictions to score/);
  assert.throws(() => confusionMatrix(["a"], ["b"], ["a"]), /label "b" is not one of a/);
  assert.throws(
    () => logLoss(["a"], [[0.5, 0.6]], ["a", "b"]),
    /row 0: the probabilities sum to 1.1, not to 1/,
  );
  assert.throws(
    () => logLoss(["a"], [[-0.1, 1.1]], ["a", "b"]),
    /row 0: probability -0.1 must be between 0 and 1/,
  );
  assert.throws(
    () =>
      rocAuc(
        ["a", "a"],
        [
          [1, 0],
          [1, 0],
        ],
        ["a", "b"],
      ),
    /no recording is "b"/,
  );
});
