import assert from "node:assert/strict";
import { test } from "node:test";
import { cholesky } from "./cholesky";
import { dotProducts } from "./dot-products";
import { packRows } from "./packed-rows";
import { random } from "./random";

const source = random("cholesky");

for (const size of [1, 31, 70]) {
  test(`the factor of ${size} x ${size} gives the matrix back and solves its systems`, () => {
    const rows = packRows(
      Array.from({ length: size }, () => Float64Array.from({ length: size + 9 }, () => source.normal())),
    );
    const matrix = dotProducts(rows, rows);
    const factored = cholesky(matrix, size);
    const factor = { count: size, columns: size, data: factored.lower };
    dotProducts(factor, factor).forEach((value, i) => {
      assert.ok(Math.abs(value - matrix[i]) < 1e-10 * size, `${i}: ${value}, ${matrix[i]}`);
    });
    const right = Float64Array.from({ length: size }, () => source.normal());
    const solved = packRows([factored.solve(right)]);
    dotProducts({ count: size, columns: size, data: matrix }, solved).forEach((value, i) => {
      assert.ok(Math.abs(value - right[i]) < 1e-8, `${i}: ${value}, ${right[i]}`);
    });
  });
}

test("a matrix that is not positive definite is refused", () => {
  assert.throws(
    () => cholesky(Float64Array.of(1, 2, 2, 1), 2),
    /matrix of 2 x 2 is not positive definite: pivot 1 is -3/,
  );
});
