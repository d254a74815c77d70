import assert from "node:assert/strict";
import { test } from "node:test";
import { poolMatrix } from "./pool-matrix";

test("cells are averaged two by two, what is left over is dropped", () => {
  const matrix = { rows: 3, columns: 5, data: Float32Array.from({ length: 15 }, (_, i) => i) };
  assert.deepEqual(poolMatrix(matrix, 2, 2), { rows: 1, columns: 2, data: Float32Array.of(3, 5) });
});

test("a single frame is averaged over its bands alone", () => {
  const matrix = { rows: 1, columns: 2, data: Float32Array.of(1, 3) };
  assert.deepEqual(poolMatrix(matrix, 2, 2), { rows: 1, columns: 1, data: Float32Array.of(2) });
});
