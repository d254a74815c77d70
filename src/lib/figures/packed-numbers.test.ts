import assert from "node:assert/strict";
import { test } from "node:test";
import { packMatrix, packNumbers } from "./packed-numbers";

test("packed floats come back, gaps included", () => {
  const bytes = Buffer.from(packNumbers([1.5, Number.NaN, -2]).bdata, "base64");
  assert.deepEqual(
    [0, 4, 8].map((at) => bytes.readFloatLE(at)),
    [1.5, Number.NaN, -2],
  );
});

test("a packed matrix is whole numbers in one byte, clipped, with its shape", () => {
  const { bdata, shape, dtype } = packMatrix([-0.4, 1.6, -80, 300, -300, 0], 2, 3);
  assert.deepEqual([...new Int8Array(Buffer.from(bdata, "base64"))], [0, 2, -80, 127, -128, 0]);
  assert.deepEqual([dtype, shape], ["i1", "2, 3"]);
});
