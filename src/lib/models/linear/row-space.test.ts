import assert from "node:assert/strict";
import { test } from "node:test";
import { dot } from "../../numbers/dot-products";
import { random } from "../../numbers/random";
import { rowSpace } from "./row-space";

const source = random("row space");
const rows = Array.from({ length: 6 }, () => Float64Array.from({ length: 40 }, () => source.normal()));

test("coordinates keep the dot products of the rows, and weights on them decide as those on the columns", () => {
  const { coordinates, weightsOf } = rowSpace(rows);
  const inSpace = rows.map((_, i) => coordinates.data.slice(i * 6, (i + 1) * 6));
  const weights = Float64Array.from({ length: 6 }, () => source.normal());
  rows.forEach((row, i) => {
    assert.ok(Math.abs(dot(row, rows[0]) - dot(inSpace[i], inSpace[0])) < 1e-6);
    assert.ok(Math.abs(dot(row, weightsOf(weights)) - dot(inSpace[i], weights)) < 1e-6);
  });
});

test("rows with no more columns than there are rows stay as they are", () => {
  const { coordinates, weightsOf } = rowSpace(rows.map((row) => row.slice(0, 3)));
  assert.deepEqual([coordinates.count, coordinates.columns], [6, 3]);
  assert.deepEqual(weightsOf(Float64Array.of(1, 2, 3)), Float64Array.of(1, 2, 3));
});
