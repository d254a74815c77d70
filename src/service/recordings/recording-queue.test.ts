import assert from "node:assert/strict";
import { test } from "node:test";
import { RecordingQueue } from "./recording-queue";

test("beyond its length it refuses, and says after how long one recording will be done", async () => {
  let now = 0;
  const queue = new RecordingQueue(2, () => now);
  const ends: (() => void)[] = [];
  const hold = () => queue.hold(() => new Promise<void>((end) => ends.push(end)));
  for (let round = 0; round < 30; round++) {
    const held = [hold(), hold()];
    await assert.rejects(hold(), { name: "BusyError", message: /^2 recordings are in work/ });
    now += 8000;
    ends.splice(0, 1)[0]();
    await held[0];
    now += 8000;
    ends.splice(0, 1)[0]();
    await held[1];
  }
  const held = [hold(), hold()];
  assert.throws(() => queue.check(), { retryAfterSeconds: 8 });
  for (const end of ends) end();
  await Promise.all(held);
});

test("work that fails gives its place back", async () => {
  const queue = new RecordingQueue(1);
  for (let i = 0; i < 3; i++) {
    await assert.rejects(
      queue.hold(async () => Promise.reject(new Error("no"))),
      /no/,
    );
  }
  queue.check();
});
