import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../../numbers/random";
import { couplePairs } from "./couple-pairs";
import { PairProbabilities } from "./pair-probabilities";
import { fitPairSigmoid, probabilityOfFirst } from "./pair-sigmoid";

const source = random("pairs");

test("pairs that agree with probabilities give these back", () => {
  const p = [0.5, 0.3, 0.15, 0.05];
  const ofFirst = p.flatMap((a, i) => p.slice(i + 1).map((b) => a / (a + b)));
  for (const [i, value] of couplePairs(ofFirst, 4).entries()) assert.ok(Math.abs(value - p[i]) < 1e-6);
});

test("coupled probabilities solve the paper's linear system: Q p is the same for all classes", () => {
  const ofFirst = Array.from({ length: 10 }, () => 0.05 + 0.9 * source.uniform());
  const p = couplePairs(ofFirst, 5);
  const r = (i: number, j: number): number => {
    if (i > j) return 1 - r(j, i);
    return ofFirst[i * 5 - (i * (i + 1)) / 2 + (j - i - 1)];
  };
  const others = (t: number) => [0, 1, 2, 3, 4].filter((j) => j !== t);
  const Qp = p.map((pt, t) =>
    others(t).reduce((sum, j) => sum + r(j, t) ** 2 * pt - r(j, t) * r(t, j) * p[j], 0),
  );
  for (const value of Qp) assert.ok(Math.abs(value - Qp[0]) < 1e-8, `${Qp}`);
  assert.ok(Math.abs(p.reduce((sum, value) => sum + value, 0) - 1) < 1e-12);
});

test("the sigmoid finds the slope and the shift that decisions were drawn with", () => {
  const rows = Array.from({ length: 20000 }, () => {
    const decision = 2 * source.normal();
    const isFirst = source.uniform() < 1 / (1 + Math.exp(-(1.5 * Math.asinh(decision) - 0.4)));
    return { decision, isFirst };
  });
  const { slope, shift } = fitPairSigmoid(rows);
  assert.ok(Math.abs(slope - 1.5) < 0.08 && Math.abs(shift + 0.4) < 0.08, `${slope} ${shift}`);
});

test("held-out rows that are all right still leave doubt", () => {
  const rows = [2, 3, -2, -3].map((decision) => ({ decision, isFirst: decision > 0 }));
  const likely = probabilityOfFirst(fitPairSigmoid(rows), 3);
  assert.ok(likely > 0.7 && likely < 0.9, `${likely}`);
});

test("recordings far beyond every margin get numbers of their own, neither 0 nor 1", () => {
  const far = [20, 40, 80, 160].map((decision) =>
    PairProbabilities.uncalibrated(3).of(Float64Array.of(decision, decision, decision)),
  );
  assert.equal(new Set(far.map(([first]) => first.toFixed(6))).size, 4);
  for (const p of far.flat()) assert.ok(p > 0 && p < 1);
});

test("calibration takes inner parts that lack a class", () => {
  const labels = ["a", "b", "c"];
  const part = (known: string[], truths: string[], pairs: Float64Array[]) => ({
    labels: known,
    truths,
    pairs,
    predicted: truths,
    scores: truths.map(() => known.map(() => 0)),
  });
  const heldOut = [
    part(
      labels,
      ["a", "b", "c"],
      [
        [1, 1, 0],
        [-1, 0, 1],
        [0, -1, -1],
      ].map((row) => Float64Array.from(row)),
    ),
    part(
      ["a", "c"],
      ["a", "c", "b"],
      [[2], [-2], [1]].map((row) => Float64Array.from(row)),
    ),
  ];
  const probabilities = PairProbabilities.fit(labels, heldOut).of(Float64Array.of(1, 1, 0));
  assert.equal(probabilities.indexOf(Math.max(...probabilities)), 0);
});
