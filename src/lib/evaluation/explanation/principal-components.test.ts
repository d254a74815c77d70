import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../../numbers/random";
import { principalComponents } from "./principal-components";

test("one direction holds everything when the columns only repeat each other", () => {
  const { variance, scores } = principalComponents(
    [
      [0, 0, 7],
      [1, 2, 7],
      [2, 4, 7],
    ],
    1,
  );
  assert.ok(Math.abs(variance[0] - 1) < 1e-12);
  assert.ok(Math.abs(scores[0][0] + scores[2][0]) < 1e-9);
});

test("components are orthogonal, of unit length, and their scores uncorrelated", () => {
  const source = random(5);
  const rows = Array.from({ length: 80 }, () => {
    const shared = source.normal();
    return [
      shared + 0.2 * source.normal(),
      -shared + 0.2 * source.normal(),
      source.normal(),
      source.normal(),
    ];
  });
  const { directions, scores, variance } = principalComponents(rows, 2);
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + value * b[i], 0);
  assert.ok(Math.abs(dot(directions[0], directions[1])) < 1e-9);
  assert.ok(Math.abs(dot(directions[0], directions[0]) - 1) < 1e-9);
  assert.ok(Math.abs(scores.reduce((sum, [x, y]) => sum + x * y, 0)) < 1e-6);
  assert.ok(variance[0] > 0.45 && variance[0] >= variance[1] && variance[0] + variance[1] <= 1);
});

test("too many columns are refused", () => {
  assert.throws(() => principalComponents([new Float64Array(500)], 2), /500 columns.*at most 200/);
});
