import assert from "node:assert/strict";
import { test } from "node:test";
import type { Classifier, Prediction } from "./classifier";
import reference from "./classifiers.reference.json";
import { createModel, restoreModel } from "./create-model";
import { Normalizer } from "./normalization/normalizer";
import { SupportVectorClassifier } from "./svm/support-vector-classifier";
import type { SvmOptions } from "./svm/svm-options";

const rows = reference.rows.map((row) => Float64Array.from(row));
const { labels } = reference;
const [trainRows, testRows] = [rows.slice(0, 40), rows.slice(40)];
const trainLabels = labels.slice(0, 40);
const context = { seed: 0, speakers: trainLabels };

function assertClose(actual: readonly ArrayLike<number>[], expected: number[][], tolerance: number): void {
  expected.forEach((row, i) => {
    row.forEach((value, k) => {
      const off = Math.abs(actual[i][k] - value);
      assert.ok(off <= tolerance, `row ${i}, column ${k}: ${actual[i][k]}, scikit-learn ${value}`);
    });
  });
}

for (const { options, pairs, perLabel, predicted } of reference.svc) {
  test(`SVC ${JSON.stringify(options)}: decisions and labels as scikit-learn`, async () => {
    const model = await new SupportVectorClassifier(options as SvmOptions).fit(trainRows, trainLabels);
    const within = Math.max(1e-5, 5 * options.tolerance);
    assertClose(model.pairDecisions(testRows), pairs, within);
    assertClose(model.labelDecisions(testRows), perLabel, within);
    assert.deepEqual(decided(await model.predict(testRows)), predicted);
  });
}

test("a linear machine on separated points has the widest margin: x = 1, decision ±1 at the nearest", async () => {
  const model = new SupportVectorClassifier({ kernel: "linear", C: 1000, tolerance: 1e-9 });
  await model.fit(
    [
      [0, 0],
      [-3, 1],
      [2, 0],
      [4, 5],
    ].map((row) => Float64Array.from(row)),
    ["a", "a", "b", "b"],
  );
  assertClose(
    model.pairDecisions(
      [
        [0, 7],
        [1, 0],
        [2, -7],
      ].map((row) => Float64Array.from(row)),
    ),
    [[1], [0], [-1]],
    1e-6,
  );
});

const others = [
  { name: "logistic", options: { C: 0.5 }, expected: reference.logistic },
  { name: "logistic", options: { C: 2, classWeight: "balanced" }, expected: reference.logisticBalanced },
  { name: "knn", options: { neighbours: 4 }, expected: reference.knn },
];
for (const { name, options, expected } of others) {
  test(`${name} ${JSON.stringify(options)}: probabilities and labels as scikit-learn`, async () => {
    const model = await createModel(name, options);
    const predictions = await (await model.fit(trainRows, trainLabels, context)).predict(testRows);
    assertClose(probabilities(predictions), expected.probabilities, 1e-6);
    assert.deepEqual(decided(predictions), expected.predicted);
  });
}

test("logistic with two labels has one weight vector, as scikit-learn", async () => {
  const two = trainRows.filter((_, i) => ["anger", "fear"].includes(trainLabels[i]));
  const twoLabels = trainLabels.filter((label) => ["anger", "fear"].includes(label));
  const model = await createModel("logistic");
  const predictions = await (await model.fit(two, twoLabels, context)).predict(testRows);
  assertClose(probabilities(predictions), reference.logisticTwoLabels.probabilities, 1e-6);
});

test("majority says the most frequent label with the training frequencies", async () => {
  const model = await (await createModel("majority")).fit(trainRows.slice(0, 3), ["b", "a", "b"], context);
  assert.deepEqual(await model.predict(testRows.slice(0, 1)), [
    { label: "b", probabilities: [1 / 3, 2 / 3] },
  ]);
});

test("the normalizer scales as scikit-learn's StandardScaler, a constant column to 0", () => {
  const normalizer = Normalizer.fit(trainRows);
  assertClose(
    testRows.map((row) => normalizer.apply(row)),
    reference.scaled,
    1e-12,
  );
});

for (const name of ["majority", "logistic", "knn", "svm-linear", "svm-rbf"]) {
  test(`${name}: probabilities sum to 1, a second fit forgets the first, save and restore predict the same`, async () => {
    const model = await createModel(name);
    await model.fit(
      trainRows.slice(0, 20),
      trainLabels.slice(0, 20).map((label) => `old ${label}`),
      context,
    );
    const before = await predictAfterFit(model);
    for (const { label, probabilities: row } of before) {
      assert.equal(row[model.labels.indexOf(label)], Math.max(...row));
      assert.ok(Math.abs(row.reduce((sum, p) => sum + p, 0) - 1) < 1e-12);
    }
    assert.deepEqual(await predictAfterFit(await createModel(name)), before);
    const state = JSON.parse(
      JSON.stringify(model.save(), (_, value) =>
        ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value,
      ),
    );
    assert.deepEqual(await (await restoreModel(state)).predict(testRows), before);
  });

  test(`${name}: refuses no rows, and labels of another number`, async () => {
    const model = await createModel(name);
    await assert.rejects(model.fit([], [], context), /no rows to learn from/);
    await assert.rejects(model.fit(trainRows, ["a"], context), /rows and labels differ in length: 40 and 1/);
  });
}

for (const name of ["logistic", "svm-linear", "svm-rbf"]) {
  test(`${name}: refuses a single label, other widths and values that are not finite`, async () => {
    const model = await createModel(name);
    const same = trainRows.map(() => "anger");
    await assert.rejects(model.fit(trainRows, same, context), /at least two labels, all 40 rows are "anger"/);
    await assert.rejects(
      model.fit([...trainRows.slice(1), Float64Array.of(1, NaN, 0, 0, 0, 0)], trainLabels, context),
      /row 39, column 1: NaN is not a finite number/,
    );
    await model.fit(trainRows, trainLabels, context);
    await assert.rejects(model.predict([Float64Array.of(1, 2)]), /row 0 has 2 values, the model takes 6/);
  });
}

test("a support vector machine is less sure where a row lies between two labels than amid one", async () => {
  const corners = [
    [0, 0],
    [4, 0],
    [0, 4],
  ];
  const rows = corners.flatMap(([x, y]) => [-1, 0, 1].map((step) => Float64Array.of(x + step, y + step / 2)));
  const labels = ["a", "b", "c"].flatMap((label) => [label, label, label]);
  const model = await (await createModel("svm-linear")).fit(rows, labels, context);
  const [amid, between] = await model.predict([Float64Array.of(0, 0), Float64Array.of(1.9, 0)]);
  assert.deepEqual([amid.label, between.label], ["a", "a"]);
  assert.ok(between.probabilities[0] < amid.probabilities[0] - 0.2, `${between.probabilities[0]}`);
});

async function predictAfterFit(model: Classifier): Promise<Prediction[]> {
  await model.fit(trainRows, trainLabels, context);
  return model.predict(testRows);
}

function decided(predictions: readonly Prediction[]): string[] {
  return predictions.map(({ label }) => label);
}

function probabilities(predictions: readonly Prediction[]): (readonly number[])[] {
  return predictions.map((prediction) => prediction.probabilities);
}
