import assert from "node:assert/strict";
import { test } from "node:test";
import { adamw } from "./adamw";

test("the first step moves every weight by the rate, against its gradient", () => {
  const values = Float32Array.of(1, 1);
  adamw({ bias: { shape: [2], values } })({ bias: Float32Array.of(0.5, -20) }, 0.1);
  assert.ok(Math.abs(values[0] - 0.9) < 1e-6);
  assert.ok(Math.abs(values[1] - 1.1) < 1e-6);
});

test("two steps follow the equations of the paper", () => {
  const values = Float32Array.of(2);
  const update = adamw({ kernel: { shape: [1, 1], values } }, { weightDecay: 0.5 });
  update({ kernel: Float32Array.of(1) }, 0.1);
  assert.ok(Math.abs(values[0] - 1.8) < 1e-6);
  update({ kernel: Float32Array.of(-3) }, 0.1);
  const [mean, square] = [(0.9 * 0.1 - 0.3) / 0.19, (0.999 * 0.001 + 0.009) / 0.001999];
  assert.ok(Math.abs(values[0] - (1.8 * 0.95 - (0.1 * mean) / Math.sqrt(square))) < 1e-6);
});

test("biases do not decay", () => {
  const values = Float32Array.of(3);
  adamw({ bias: { shape: [1], values } }, { weightDecay: 0.5 })({ bias: Float32Array.of(0) }, 0.1);
  assert.equal(values[0], 3);
});
