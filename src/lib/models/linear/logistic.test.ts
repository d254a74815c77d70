import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../../numbers/random";
import { decideLogistics, Logistic } from "./logistic";
import { LogisticLoss } from "./logistic-loss";

const source = random("logistic");
const labels = Array.from({ length: 600 }, (_, i) => ["a", "b", "c"][i % 3]);
const rows = labels.map((label) =>
  Float64Array.from({ length: 5 }, (_, k) => source.normal() + Number("abc".indexOf(label) === k)),
);
const unseen = rows.slice(0, 50).map((row) => row.map((value) => 0.5 * value));

test("a search over many rows, each point from the one before, decides as single fits do", async () => {
  const points = [{ C: 1 }, { C: 0.001 }, { C: 0.1, classWeight: "balanced" as const }];
  const decisions = decideLogistics(rows, labels, unseen, points);
  for (const [p, point] of points.entries()) {
    const predictions = await (await new Logistic(point).fit(rows, labels)).predict(unseen);
    predictions.forEach(({ label, probabilities }, i) => {
      assert.equal(decisions[p].predicted[i], label);
      probabilities.forEach((probability, c) => {
        assert.ok(Math.abs(probability - decisions[p].scores[i][c]) < 1e-4);
      });
    });
  }
});

test("the gradient is the slope of the loss", () => {
  const data = Float64Array.from({ length: 200 * 3 }, () => source.normal());
  const targets = Int32Array.from({ length: 200 }, (_, i) => i % 3);
  const objective = new LogisticLoss({ count: 200, columns: 3, data }, targets, 3).objective(
    0.5,
    [1, 2, 0.5],
  );
  const weights = Float64Array.from({ length: 12 }, () => source.normal());
  const gradient = new Float64Array(12);
  objective(weights, gradient);
  weights.forEach((weight, i) => {
    const at = (value: number) =>
      objective(Object.assign(weights.slice(), { [i]: value }), new Float64Array(12));
    const slope = (at(weight + 1e-5) - at(weight - 1e-5)) / 2e-5;
    assert.ok(Math.abs(slope - gradient[i]) < 1e-5 * (1 + Math.abs(slope)), `${i}: ${slope}, ${gradient[i]}`);
  });
});
