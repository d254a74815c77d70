import assert from "node:assert/strict";
import { test } from "node:test";
import { Normalizer } from "./normalizer";

const rows = [Float64Array.of(1, -2), Float64Array.of(3, 4), Float64Array.of(2, 0)];

test("with bounds, rows that were learned from are what they are without", () => {
  const [plain, bounded] = [false, true].map((on) => Normalizer.fit(rows, { bounded: on }));
  for (const row of rows) assert.deepEqual(bounded.apply(row), plain.apply(row));
});

test("a value beyond all that was learned from is taken for the nearest that was", () => {
  const bounded = Normalizer.fit(rows, { bounded: true });
  assert.deepEqual(bounded.apply(Float64Array.of(1e9, -50)), bounded.apply(Float64Array.of(3, -2)));
  const matrix = { rows: 2, columns: 2, data: Float32Array.of(0, 9, 2, 1) };
  const near = { ...matrix, data: Float32Array.of(1, 4, 2, 1) };
  assert.deepEqual(bounded.apply(matrix), bounded.apply(near));
});
