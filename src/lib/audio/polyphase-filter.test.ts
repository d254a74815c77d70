import assert from "node:assert/strict";
import { test } from "node:test";
import { InputError } from "../check";
import { PolyphaseFilter } from "./polyphase-filter";

test("rates with a ratio that would take seconds and many megabytes are refused in words", () => {
  const refusal = (from: number, to: number) => () => PolyphaseFilter.between(from, to);
  for (const from of [44101, 96001, 191992, 1e9]) {
    assert.throws(
      refusal(from, 16000),
      (error) => error instanceof InputError && /has no small ratio with the 16000 Hz/.test(error.message),
    );
  }
  assert.throws(refusal(16000, 4e9), InputError);
});

test("rates of real corpora are taken, odd ones, too", () => {
  for (const from of [5512, 11127, 22254, 22255, 37800, 44056, 47952]) {
    assert.ok(PolyphaseFilter.weightsBetween(from, 16000) < 3.1e6, `${from} Hz`);
  }
  const filter = PolyphaseFilter.between(22255, 16000);
  assert.equal(filter.apply(new Float32Array(22255)).length, 16000);
});

test("a filter is made once, and the last eight are kept", () => {
  const first = PolyphaseFilter.between(1000, 2000);
  for (let i = 1; i <= 7; i++) PolyphaseFilter.between(1000 * i, 8000 * i);
  assert.equal(PolyphaseFilter.between(1000, 2000), first);
  for (let i = 1; i <= 20; i++) PolyphaseFilter.between(1000 * i, 4000 * i);
  assert.notEqual(PolyphaseFilter.between(1000, 2000), first);
});
