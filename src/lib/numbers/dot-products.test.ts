import assert from "node:assert/strict";
import { test } from "node:test";
import { ColumnProducts } from "./column-products";
import { dot, dotProducts } from "./dot-products";
import { packRows } from "./packed-rows";
import { random } from "./random";

const source = random("dot products");
const draw = (count: number, columns: number) =>
  Array.from({ length: count }, () => Float64Array.from({ length: columns }, () => source.normal()));

for (const [left, right, columns] of [
  [1, 1, 1],
  [66, 261, 7],
  [3, 9, 9000],
]) {
  test(`every dot product of ${left} x ${right} rows of ${columns} adds in order`, () => {
    const [a, b] = [draw(left, columns), draw(right, columns)];
    const expected = a.flatMap((x) => b.map((y) => dot(x, y)));
    assert.deepEqual(dotProducts(packRows(a), packRows(b)), Float64Array.from(expected));
    const packed = packRows(a);
    assert.deepEqual(
      dotProducts(packed, packed),
      Float64Array.from(a.flatMap((x) => a.map((y) => dot(x, y)))),
    );
  });
}

test("column products of more rows than fit at once are the dot products of the columns", () => {
  const rows = draw(300, 9);
  const products = new ColumnProducts(9);
  for (const row of rows) products.add(row);
  const columns = Array.from({ length: 9 }, (_, k) => Float64Array.from(rows, (row) => row[k]));
  const packed = packRows(columns);
  assert.deepEqual(products.matrix(), dotProducts(packed, packed));
});
