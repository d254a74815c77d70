import assert from "node:assert/strict";
import { test } from "node:test";
import { MatrixWorkspace, rowMajor, transposed } from "./matrix-workspace";
import { plainMatrixProduct } from "./plain-matrix-product";
import { random } from "./random";

const source = random("matrix workspace");

for (const [rows, columns, depth] of [
  [1, 4, 1],
  [6, 8, 5],
  [13, 12, 40],
]) {
  test(`the product of ${rows} x ${depth} and ${depth} x ${columns} has the bytes of plain JavaScript, also transposed`, () => {
    const space = new MatrixWorkspace();
    const [a, b, out] = space.lay([rows * depth, depth * columns, rows * columns]);
    for (const block of [a, b, out]) for (let i = 0; i < block.length; i++) block[i] = source.normal();
    for (const left of [rowMajor(a, depth), transposed(rowMajor(a, rows))]) {
      const expected = out.slice();
      const size = { rows, columns, depth };
      plainMatrixProduct(left, rowMajor(b, columns), rowMajor(expected, columns), size);
      space.multiplyAdd(left, rowMajor(b, columns), rowMajor(out, columns), size);
      assert.deepEqual(out, expected);
    }
  });
}
