import assert from "node:assert/strict";
import { test } from "node:test";
import { blockWeights } from "./block-weights";
import { Normalizer, normalizeBySpeaker } from "./normalizer";

test("sets side by side weigh the same, and a row is as long as without weights", () => {
  const weights = blockWeights(12, [9, 3]);
  const squares = weights.map((weight) => weight ** 2);
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  for (const block of [squares.slice(0, 9), squares.slice(9)]) assert.ok(Math.abs(sum(block) - 6) < 1e-12);
});

test("blocks of other columns than the rows have are refused", () => {
  assert.throws(() => blockWeights(12, [4, 4]), /blocks=\[4,4\] have 8 columns, the rows have 12/);
});

test("normalised by speaker, sets weigh the same, too", () => {
  const rows = [Float64Array.of(1, 5, 2), Float64Array.of(3, 6, 4), Float64Array.of(2, 9, 1)];
  const together = Normalizer.fit(rows, { blocks: [1, 2] });
  const bySpeaker = normalizeBySpeaker(rows, ["a", "a", "a"], [1, 2]);
  assert.deepEqual(
    bySpeaker,
    rows.map((row) => together.apply(row)),
  );
});
