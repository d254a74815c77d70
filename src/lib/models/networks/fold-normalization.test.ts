import assert from "node:assert/strict";
import { test } from "node:test";
import { foldNormalization } from "./fold-normalization";

const vector = (...values: number[]) => ({ shape: [values.length], values: Float32Array.from(values) });

test("a normalised layer becomes a kernel and a bias that give the same", () => {
  const kernel = { shape: [1, 1, 1, 2], values: Float32Array.of(3, 4) };
  const learned = {
    "a.kernel": kernel,
    "a.scale": vector(2, 1),
    "a.shift": vector(1, 0),
    "out.bias": vector(7),
  };
  const folded = foldNormalization(learned, {
    "a.mean": vector(5, 6),
    "a.variance": vector(4 - 1e-3, 1 - 1e-3),
  });
  assert.deepEqual(Object.keys(folded), ["a.kernel", "a.bias", "out.bias"]);
  const rounded = Object.values(folded).map(({ values }) =>
    [...values].map((value) => Math.round(value * 1e4) / 1e4),
  );
  // 2 (3 x - 5) / 2 + 1 = 3 x - 4 and (4 x - 6) / 1 + 0
  assert.deepEqual(rounded, [[3, 4], [-4, -6], [7]]);
  assert.notEqual(folded["out.bias"].values, learned["out.bias"].values);
});
