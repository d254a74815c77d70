import assert from "node:assert/strict";
import { test } from "node:test";
import { cosine, exp, gainOf, ratioOf } from "./exact-math";

const close = (actual: number, expected: number, tolerance: number) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);

test("exp and cosine agree with Math", () => {
  for (let x = -20; x <= 20; x += 0.37) {
    close(exp(x) / Math.exp(x), 1, 1e-14);
    close(cosine(x), Math.cos(x), 1e-10);
  }
});

test("decibels and semitones", () => {
  close(gainOf(20), 10, 1e-13);
  close(gainOf(-6), 0.5011872336272722, 1e-15);
  close(ratioOf(-12), 0.5, 1e-16);
});
