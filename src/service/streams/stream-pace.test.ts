import assert from "node:assert/strict";
import { test } from "node:test";
import { StreamPace } from "./stream-pace";

test("what comes in real time, and a short file at once, is never held up", () => {
  const clock = { ms: 0 };
  const pace = new StreamPace(() => clock.ms);
  assert.equal(pace.take(20), 0);
  for (let i = 0; i < 1000; i++) {
    clock.ms += 100;
    assert.equal(pace.take(0.1), 0);
  }
});

test("who sends without end is read four times as fast as real time", () => {
  const clock = { ms: 0 };
  const pace = new StreamPace(() => clock.ms);
  let taken = 0;
  while (clock.ms < 100_000) {
    clock.ms += pace.take(1);
    taken++;
  }
  assert.ok(Math.abs(taken - (20 + 4 * 100)) <= 1);
});
