import assert from "node:assert/strict";
import { test } from "node:test";
import type { OutOfFoldPrediction } from "../evaluation";
import { bootstrap, percentileInterval } from "./bootstrap";
import { comparePredictions } from "./compare-predictions";
import { holm } from "./holm";
import { mcnemar } from "./mcnemar";
import reference from "./statistics.reference.json";
import { wilcoxon } from "./wilcoxon";

for (const { differences, p } of reference.wilcoxon) {
  test(`Wilcoxon over ${differences.length} pairs: exact p as scipy's, or by counting all signs where there are ties`, () => {
    const result = wilcoxon(
      differences,
      differences.map(() => 0),
    );
    assert.ok(Math.abs(result.p - p) <= 1e-12, `${result.p}, expected ${p}`);
  });
}

test("Wilcoxon without a difference has p = 1", () => {
  assert.deepEqual(wilcoxon([1, 2], [1, 2]), { statistic: 0, pairs: 0, p: 1 });
});

test("Wilcoxon: differences that only rounding tells apart tie, or are none", () => {
  const first = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.2];
  const second = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.3];
  const { statistic, pairs, p } = wilcoxon(first, second);
  // Eight ranks of 4.5: p is that of at least 7 of 8 fair coins on one side.
  assert.deepEqual([statistic, pairs, p], [7 * 4.5, 8, (2 * 9) / 2 ** 8]);
  assert.deepEqual(wilcoxon([0.1 + 0.2, 1], [0.3, 1]), { statistic: 0, pairs: 0, p: 1 });
});

for (const { onlyFirst, onlySecond, p } of reference.mcnemar) {
  test(`McNemar ${onlyFirst} to ${onlySecond}: exact p as scipy's binomtest`, () => {
    const first = [...new Array(onlyFirst).fill(true), ...new Array(onlySecond).fill(false), true, false];
    const second = [...new Array(onlyFirst).fill(false), ...new Array(onlySecond).fill(true), true, false];
    const result = mcnemar(first, second);
    assert.ok(Math.abs(result.p - p) <= 1e-9 * p + 1e-15, `${result.p}, expected ${p}`);
    assert.deepEqual([result.onlyFirst, result.onlySecond], [onlyFirst, onlySecond]);
  });
}

test("Holm: the smallest p times all tests, the next times one less, never falling, at most 1", () => {
  assert.deepEqual(holm([0.5, 0.25, 0.9]), [1, 0.75, 1]);
  assert.deepEqual(holm([0.01, 0.0625, 0.0625]), [0.03, 0.125, 0.125]);
});

test("resamples repeat with their seed, differ between streams, and keep to the units", () => {
  const draws = (stream: string, seed: number) =>
    bootstrap(7, stream, seed, (drawn) => [...drawn]).slice(0, 3);
  assert.deepEqual(draws("speakers", 1), draws("speakers", 1));
  assert.notDeepEqual(draws("speakers", 1), draws("recordings", 1));
  assert.notDeepEqual(draws("speakers", 1), draws("speakers", 2));
  assert.ok(
    draws("speakers", 3)
      .flat()
      .every((unit) => unit >= 0 && unit < 7),
  );
});

test("the interval of a mean is near its normal one", () => {
  const values = Array.from({ length: 400 }, (_, i) => i % 2);
  const means = bootstrap(400, "mean", 0, (drawn) => drawn.reduce((sum, i) => sum + values[i], 0) / 400);
  const [low, high] = percentileInterval(means);
  assert.ok(Math.abs(low - 0.451) < 0.005 && Math.abs(high - 0.549) < 0.005, `${low} to ${high}`);
});

/** Eight recordings of each speaker, of which a model has `right` right. */
function predictionsOf(right: readonly number[]): OutOfFoldPrediction[] {
  return right.flatMap((count, s) =>
    Array.from({ length: 8 }, (_, i) => {
      const emotion = i % 2 ? "joy" : "anger";
      const predicted = i < count ? emotion : emotion === "joy" ? "anger" : "joy";
      return {
        file: `${s}-${i}`,
        fold: `${s}`,
        speaker: `${s}`,
        emotion,
        predicted,
        probabilities: [0.5, 0.5],
      };
    }),
  );
}

test("a model that is better for every speaker is ahead by every test", () => {
  const better = predictionsOf([8, 8, 6, 8, 6, 8, 8, 6]);
  const comparison = comparePredictions(predictionsOf([6, 4, 4, 6, 2, 4, 6, 4]), [...better].reverse(), 0);
  assert.ok(Math.abs(comparison.uarDifference - 22 / 64) < 1e-12);
  assert.ok(comparison.bootstrap.interval[0] > 0.2 && comparison.bootstrap.p === 0.001);
  assert.equal(comparison.wilcoxon.p, 2 / 2 ** 8);
  assert.deepEqual([comparison.mcnemar.onlyFirst, comparison.mcnemar.onlySecond], [0, 22]);
  assert.ok(comparison.mcnemar.p < 1e-6);
  assert.equal(comparison.warnings.length, 1);
});

test("the same predictions do not differ, and four speakers are called too few", () => {
  const same = predictionsOf([6, 4, 8, 2]);
  const { uarDifference, bootstrap, warnings } = comparePredictions(same, same, 0);
  assert.deepEqual([uarDifference, bootstrap.p, bootstrap.interval], [0, 1, [0, 0]]);
  assert.match(warnings[1], /4 speakers are too few .* below 0\.125/);
});

test("refuses runs over different recordings", () => {
  const [some, more] = [predictionsOf([4, 4]), predictionsOf([4, 4, 4])];
  assert.throws(() => comparePredictions(some, more, 0), /16 and 24 recordings/);
  const other = some.map((prediction, i) => (i === 3 ? { ...prediction, file: "x" } : prediction));
  assert.throws(() => comparePredictions(some, other, 0), /0-3 is joy in one and missing in the other/);
  const relabelled = (change: Partial<OutOfFoldPrediction>) =>
    some.map((prediction, i) => (i === 3 ? { ...prediction, ...change } : prediction));
  assert.throws(
    () => comparePredictions(some, relabelled({ emotion: "anger" }), 0),
    /0-3 is joy in one and anger/,
  );
  assert.throws(
    () => comparePredictions(some, relabelled({ speaker: "1" }), 0),
    /0-3 is of speaker 0 in one and of 1 in the other/,
  );
});
