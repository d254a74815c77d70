import assert from "node:assert/strict";
import { test } from "node:test";
import { Normalizer } from "../normalization/normalizer";
import { decideDiscriminants, LinearDiscriminant } from "./linear-discriminant";
import reference from "./linear-discriminant.reference.json";

const [columns, each] = [12, 3];
const labels = ["a", "b", "c"].flatMap((label) => Array<string>(each).fill(label));
const rows = labels.map((_, i) =>
  Float64Array.from(
    { length: columns },
    (_, k) => Math.sin((i * columns + k + 1) * 1.7) + Number(k === Math.floor(i / each)),
  ),
);
const unseen = rows.filter((_, i) => i % 2 === 0).map((row) => row.map((value) => value * 0.5));

function assertNear(got: readonly number[], expected: readonly number[], tolerance: number): void {
  got.forEach((value, i) => {
    assert.ok(Math.abs(value - expected[i]) < tolerance, `number ${i}: ${value}, expected ${expected[i]}`);
  });
}

for (const { shrinkage, probabilities } of reference.cases) {
  test(`with shrinkage ${shrinkage} the probabilities are scikit-learn's`, async () => {
    const model = await new LinearDiscriminant({ shrinkage }).fit(rows, labels);
    const predictions = await model.predict(unseen);
    predictions.forEach((prediction, i) => {
      assertNear(prediction.probabilities, probabilities[i], 1e-9);
    });
  });
}

test("sets that weigh the same decide the same in any order, however many columns they have", () => {
  const [first, second] = [rows.map((row) => row.slice(0, 4)), rows.map((row) => row.slice(4))];
  const join = (...parts: Float64Array[][]) =>
    rows.map((_, i) => Float64Array.from(parts.flatMap((part) => [...part[i]])));
  const decide = (joined: Float64Array[], blocks: number[]) => {
    const normalizer = Normalizer.fit(joined, { blocks });
    const normalized = joined.map((row) => normalizer.apply(row));
    return decideDiscriminants(normalized, labels, normalized, [{ shrinkage: 0.5 }])[0].scores.flat();
  };
  const plain = decide(join(first, second), [4, 8]);
  assertNear(decide(join(second, first), [8, 4]), plain, 1e-9);
  assert.throws(() => decide(join(first, second), [4, 4]), /blocks=\[4,4\] have 8 columns, the rows have 12/);
});

test("with more rows than columns the decisions are those of the same rows with empty columns beside", () => {
  const narrow = rows.map((row) => row.slice(0, 4));
  const wide = narrow.map((row) => Float64Array.of(...row, ...new Float64Array(8)));
  // Both shrink towards a twelfth of the trace for each column.
  const [ofNarrow] = decideDiscriminants(narrow, labels, narrow, [{ shrinkage: 0.25 }]);
  const [ofWide] = decideDiscriminants(wide, labels, wide, [{ shrinkage: 0.5 }]);
  const ratio = ofWide.scores[0][0] / ofNarrow.scores[0][0];
  assertNear(
    ofWide.scores.flat(),
    ofNarrow.scores.flat().map((score) => ratio * score),
    1e-9,
  );
});

test("the search decides as single models do", async () => {
  const points = [{ shrinkage: 0.2 }, { shrinkage: 0.8 }];
  const decisions = decideDiscriminants(rows, labels, unseen, points);
  for (const [p, point] of points.entries()) {
    const model = await new LinearDiscriminant(point).fit(rows, labels);
    const predictions = await model.predict(unseen);
    assert.deepEqual(
      decisions[p].predicted,
      predictions.map(({ label }) => label),
    );
  }
});

test("a saved model predicts the same numbers", async () => {
  const model = await new LinearDiscriminant({ shrinkage: 0.3 }).fit(rows, labels);
  model.calibrate([{ labels: model.labels, predicted: ["a"], scores: [[1, 0, 0]], truths: ["b"] }]);
  const restored = LinearDiscriminant.restore(model.save());
  assert.deepEqual(await restored.predict(unseen), await model.predict(unseen));
});

test("where no row differs from the mean of its label, the nearest mean decides and probabilities are finite", async () => {
  const few = [Float64Array.of(1, 0), Float64Array.of(0, 0.1)];
  const model = await new LinearDiscriminant().fit([few[0], few[0], few[1]], ["a", "a", "b"]);
  const predictions = await model.predict([Float64Array.of(0.8, 0.3), Float64Array.of(-1, 0)]);
  assert.deepEqual(
    predictions.map(({ label }) => label),
    ["a", "b"],
  );
  for (const { probabilities } of predictions) {
    assertNear([probabilities[0] + probabilities[1]], [1], 1e-12);
    assert.ok(Math.min(...probabilities) > 0);
  }
});

test("a second fit forgets the calibration of the first", async () => {
  const model = await new LinearDiscriminant().fit(rows, labels);
  const before = await model.predict(unseen);
  model.calibrate([{ labels: model.labels, predicted: ["a"], scores: [[1, 0, 0]], truths: ["b"] }]);
  assert.deepEqual(await (await model.fit(rows, labels)).predict(unseen), before);
});

test("options and labels that make no sense are refused", async () => {
  assert.throws(() => new LinearDiscriminant({ shrinkage: 1 }), /shrinkage=1 must lie between 0 and 1/);
  await assert.rejects(
    new LinearDiscriminant().fit(rows.slice(0, 3), labels.slice(0, 3)),
    /at least two labels/,
  );
});
