import assert from "node:assert/strict";
import { test } from "node:test";
import { amplitudeToDb, dbToAmplitude, dbToPower, powerToDb } from "./decibels";

function assertClose(actual: ArrayLike<number>, expected: readonly number[]): void {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, i) => {
    assert.ok(Math.abs(actual[i] - value) < 1e-9, `${i}: ${actual[i]}, expected ${value}`);
  });
}

test("powers and amplitudes become levels, limited to 80 dB below the highest", () => {
  assertClose(powerToDb(Float64Array.of(1, 0.1, 1e-12)), [0, -10, -80]);
  assertClose(amplitudeToDb(Float64Array.of(1, 0.1, 1e-12)), [0, -20, -80]);
  assertClose(powerToDb(Float64Array.of(100, 1e-12), { topDb: null }), [20, -100]);
  assertClose(amplitudeToDb(Float64Array.of(2, 1e-12), { ref: 2, amin: 2e-5, topDb: null }), [0, -100]);
});

test("the way back is exact", () => {
  assertClose(dbToPower(powerToDb(Float64Array.of(0.5, 3))), [0.5, 3]);
  assertClose(dbToAmplitude(amplitudeToDb(Float64Array.of(0.5, 3), { ref: 2 }), 2), [0.5, 3]);
});

test("silence and a floor of nothing", () => {
  assertClose(powerToDb(new Float64Array(2)), [-100, -100]);
  assert.throws(() => powerToDb(new Float64Array(2), { amin: 0 }), /amin=0/);
});
