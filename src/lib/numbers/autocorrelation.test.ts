import assert from "node:assert/strict";
import { test } from "node:test";
import { wasmAutocorrelation } from "./kernels/wasm-autocorrelation";
import { plainAutocorrelation } from "./plain-autocorrelation";
import { random } from "./random";

const source = random("lags");
const samples = Float32Array.from({ length: 2000 }, () => source.normal());

test("the vector kernel gives the plain one's numbers, whatever was asked before", () => {
  const vectors = wasmAutocorrelation();
  for (const [at, length, first, lags] of [
    [0, 81, 70, 20],
    [1900, 50, 3, 9],
    [0, 2000, 0, 12],
    [500, 900, 200, 800],
    [17, 3, 0, 2],
  ]) {
    const expected = plainAutocorrelation(samples, at, length, first, new Float64Array(lags));
    assert.deepEqual(vectors(samples, at, length, first, new Float64Array(lags)), expected);
    const [alone] = vectors(samples, at, length, first, new Float64Array(1));
    assert.ok(Math.abs(alone - expected[0]) <= 1e-12 * length, `${alone} and ${expected[0]}`);
  }
});
