import assert from "node:assert/strict";
import { test } from "node:test";
import { twoFeatureMargin } from "./two-feature-margin";

test("between two recordings the border lies in the middle, and the margin's edges on them", async () => {
  const [a, b, c] = await twoFeatureMargin(
    [
      [0, 0],
      [2, 0],
    ],
    ["anger", "calm"],
    10,
  );
  assert.ok(Math.abs(a + b) < 1e-3, "0 at x = 1");
  assert.ok(Math.abs(a - 1) < 1e-3 && Math.abs(c) < 1e-9, "1 at the first");
});
