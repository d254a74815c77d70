import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../../numbers/random";
import { gridDecisions } from "./grid-decisions";
import { svmPoint } from "./svm-options";

const source = random(3);
const labelled = (count: number) => {
  const labels = Array.from({ length: count }, (_, i) => ["a", "b", "c"][(i * i) % 3]);
  const rows = labels.map((label) =>
    Float64Array.from({ length: 11 }, () => source.normal() + "abc".indexOf(label)),
  );
  return { rows, labels };
};

test("where kernel values may not be kept, they are computed in parts: the decisions are the same", () => {
  const { rows, labels } = labelled(700);
  const held = labelled(150).rows;
  const points = [
    svmPoint({ kernel: "rbf", C: 1 }),
    svmPoint({ kernel: "rbf", C: 10, gamma: 0.01 }),
    svmPoint({ kernel: "linear", C: 0.1 }),
  ];
  const kept = gridDecisions(rows, labels, held, points);
  const inParts = gridDecisions(rows, labels, held, points, 100_000);
  assert.deepEqual(inParts, kept);
});
