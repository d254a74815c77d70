import assert from "node:assert/strict";
import { test } from "node:test";
import { oneCycle } from "./one-cycle";

test("the rate rises from a 25th of the peak, then falls to almost nothing", () => {
  assert.ok(Math.abs(oneCycle(0, 0.01) - 0.01 / 25) < 1e-12);
  assert.equal(oneCycle(0.3, 0.01), 0.01);
  assert.ok(Math.abs(oneCycle(1, 0.01) - 0.01 / 25 / 1e4) < 1e-12);
});

test("it never leaves [0, peak]", () => {
  const rates = Array.from({ length: 101 }, (_, i) => oneCycle(i / 100, 0.01));
  assert.ok(rates.every((rate) => rate > 0 && rate <= 0.01));
});
