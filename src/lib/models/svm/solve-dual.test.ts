import assert from "node:assert/strict";
import { test } from "node:test";
import { dotProducts } from "../../numbers/dot-products";
import { packRows } from "../../numbers/packed-rows";
import { random } from "../../numbers/random";
import { dualState } from "./dual-state";
import { plainDualSteps } from "./plain-dual-steps";
import { solveDual } from "./solve-dual";

const source = random("dual");

function draw(size: number) {
  const signs = Int8Array.from({ length: size }, (_, i) => (i < size / 2 ? 1 : -1));
  const rows = packRows(
    Array.from(signs, (sign) =>
      Float64Array.from({ length: 4 }, (_, k) => source.normal() + (k === 0 ? 0.8 * sign : 0)),
    ),
  );
  return { signs, kernel: Float32Array.from(dotProducts(rows, rows)) };
}

test("with many rows, of which most are left out on the way, no pair of all rows violates optimality", () => {
  const { signs, kernel } = draw(601);
  const [cost, tolerance] = [0.7, 1e-3];
  const costs = new Float64Array(601).fill(cost);
  const { coefficients } = solveDual({ kernel, signs, costs, tolerance });
  let [most, least, sum] = [-Infinity, Infinity, 0];
  signs.forEach((sign, t) => {
    let slope = sign;
    for (let i = 0; i < 601; i++) slope -= kernel[t * 601 + i] * coefficients[i];
    const [lower, upper] = sign > 0 ? [0, cost] : [-cost, 0];
    assert.ok(coefficients[t] >= lower && coefficients[t] <= upper);
    if (coefficients[t] < upper) most = Math.max(most, slope);
    if (coefficients[t] > lower) least = Math.min(least, slope);
    sum += coefficients[t];
  });
  assert.ok(most - least < 1.1 * tolerance, `${most} - ${least}`);
  assert.ok(Math.abs(sum) < 1e-9, `${sum}`);
});

for (const size of [40, 41]) {
  test(`steps on ${size} rows have the bytes of plain JavaScript`, () => {
    const { signs, kernel } = draw(size);
    const states = [dualState(size, 0), dualState(size, 1)];
    for (const state of states) {
      state.kernel.set(kernel);
      signs.forEach((sign, t) => {
        state.diagonal[t] = kernel[t * (size + 1)];
        [state.lower[t], state.upper[t]] = sign > 0 ? [0, 1] : [-1, 0];
        [state.coefficients[t], state.slopes[t]] = [0, sign];
      });
    }
    for (const steps of [1, 30, 1000]) {
      assert.equal(states[0].takeSteps(steps, 1e-6), plainDualSteps(states[1], steps, 1e-6));
      assert.deepEqual(states[0].slopes, states[1].slopes);
      assert.deepEqual(states[0].coefficients, states[1].coefficients);
    }
  });
}
