import assert from "node:assert/strict";
import { test } from "node:test";
import { RealTimePace } from "./real-time-pace";

test("each chunk is sent when it would have been spoken; what is late is told, and later ones are not", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let now = 5000;
  t.mock.method(performance, "now", () => now);
  const pass = (milliseconds: number) => {
    now += milliseconds;
    t.mock.timers.tick(milliseconds);
  };
  const sent: number[] = [];
  const pace: RealTimePace = new RealTimePace((index) => {
    sent.push(index);
    if (index === 3) pace.stop();
  });
  pace.start();
  pass(99);
  assert.deepEqual(sent, []);
  pass(1);
  assert.deepEqual(sent, [0]);
  pass(130); // the second one is 30 ms late
  assert.deepEqual(sent, [0, 1]);
  pass(70);
  assert.deepEqual(
    [sent, pace.latenessMs],
    [
      [0, 1, 2],
      [0, 30, 0],
    ],
  );
  pass(40);
  assert.equal(pace.millisecondsSince(0.3), 40);
  assert.equal(pace.millisecondsSince(0.11), 110);
  assert.equal(pace.millisecondsSince(9), 40); // the last one that was sent
  pass(60);
  pass(1000);
  assert.deepEqual(sent, [0, 1, 2, 3]);
});
