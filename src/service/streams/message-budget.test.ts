import assert from "node:assert/strict";
import { test } from "node:test";
import { MessageBudget } from "./message-budget";

/** How many messages of so much sound are taken, at most `most`. */
function taken(seconds: number, most = 20_000): number {
  const budget = new MessageBudget();
  for (let count = 0; count < most; count++) {
    try {
      budget.take(seconds);
    } catch {
      return count;
    }
  }
  return most;
}

test("messages of 2 ms and more are taken for ever", () => {
  assert.equal(taken(0.002), 20_000);
  assert.equal(taken(0.1), 20_000);
});

test("single samples and pings are a flood after some two thousand", () => {
  assert.ok(taken(1 / 48000) <= 2022);
  assert.equal(taken(0), 2000);
});

test("much sound is no licence for a flood later", () => {
  const budget = new MessageBudget();
  budget.take(3600);
  assert.throws(() => {
    for (let i = 0; i < 2001; i++) budget.take(0);
  }, /too many messages/);
});
